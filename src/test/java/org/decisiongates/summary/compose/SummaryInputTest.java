package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.Test;

import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;

/** The week of one owner. */
public class SummaryInputTest {

    private static final List<OpenItem> BLOCKERS = List.of(Some.item("SHOP-1", "due-1", "Maya Chen"), Some.item("SHOP-2", "due-1", "Ben"),
            Some.item("SHOP-3", "ownerless due-1"));
    private static final List<OpenItem> DECISIONS = List.of(Some.item("SHOP-4", "", "Maya Chen"), Some.item("SHOP-5", "", "Ben"));

    @Test
    public void listsAndCountsWhatOnePersonOwns() {
        for (String name : List.of("Maya Chen", "maya chen", " Maya Chen ")) {
            WeeklySummary summary = ownedBy(name, Listing.of(BLOCKERS));
            assertEquals(name, List.of("SHOP-1"), keys(summary.blockers()));
            assertEquals(name, List.of("SHOP-4"), keys(summary.decisions()));
            assertEquals(List.of(1L, 1L, 0L, 0L), summary.headline().arguments());
            assertEquals(List.of("SHOP-1", "SHOP-4"), summary.asks().rows().stream().map(ask -> ask.key()).distinct().toList());
            assertEquals(Optional.of(name), summary.header().owner());
        }
    }

    @Test
    public void namesTheOwnersThereAre() {
        List<String> owners = ownedBy("Nobody by that name", Listing.of(BLOCKERS)).header().owners();
        assertEquals("each once", new TreeSet<>(owners).size(), owners.size());
        assertTrue(owners.toString(), owners.containsAll(List.of("Ben", "Maya Chen")));
        assertEquals("what has no owner comes last", OwnerFilter.NOBODY, owners.get(owners.size() - 1));
    }

    @Test
    public void listsWhatNobodyOwns() {
        assertEquals(List.of("SHOP-3"), keys(ownedBy(OwnerFilter.NOBODY, Listing.of(BLOCKERS)).blockers()));
        assertTrue(ownedBy("Nobody", Listing.of(BLOCKERS)).blockers().rows().isEmpty());
    }

    @Test
    public void knowsAPersonByUserNameAsWell() {
        OpenItem item = Some.item("SHOP-1", "", "Maya Chen").ownedBy(Optional.of("mchen"));
        assertEquals(List.of("SHOP-1"), keys(ownedBy("mchen", Listing.of(List.of(item))).blockers()));
    }

    @Test
    public void takesAPartOfANameForTheOnlyOwnerWhomItFits() {
        List<OpenItem> open = List.of(Some.item("SHOP-1", "", "Maya Chen").ownedBy(Optional.of("mchen")), Some.item("SHOP-2", "", "Ben"),
                Some.item("SHOP-3", "ownerless"));
        SummaryInput input = Some.input(Some.header(), Listing.of(open), Listing.of(DECISIONS), Listing.of(List.of()),
                Listing.of(List.of()), null);
        Map.of("maya", "Maya Chen", "chen", "Maya Chen", "Maya C", "Maya Chen", "mchen", "mchen", "Ben", "Ben", "hen", "hen", "-", "-")
                .forEach((typed, meant) -> assertEquals(meant, input.whole(new OwnerFilter(typed)).text()));
    }

    @Test
    public void guessesNoOwnerWhereSeveralFit() {
        List<OpenItem> open = List.of(Some.item("SHOP-1", "", "Maya Chen"), Some.item("SHOP-2", "", "Maya Brandt"),
                Some.item("SHOP-3", "", "Ben"), Some.item("SHOP-4", "", "Ben Lund"));
        SummaryInput input = Some.input(Some.header(), Listing.of(open), Listing.of(List.of()), Listing.of(List.of()),
                Listing.of(List.of()), null);
        assertEquals("Maya", input.whole(new OwnerFilter("Maya")).text());
        assertEquals("who is called just so is meant", "Ben", input.whole(new OwnerFilter("Ben")).text());
    }

    @Test
    public void saysAtLeastWhereNotAllIsListed() {
        WeeklySummary summary = ownedBy("Ben", new Listing<>(BLOCKERS, 300));
        assertEquals(1, summary.blockers().total());
        assertEquals("there may be more", List.of(1L, 1L, 0L, 1L), summary.headline().arguments());
        assertEquals(List.of(SummaryHeader.Gap.OWNER_AT_LEAST), summary.header().gaps());
    }

    @Test
    public void saysAtLeastWhereTheTotalIsNotKnown() {
        SummaryInput all = Some.input(Some.header(), List.of(), List.of(), null);
        SummaryInput atLeast = new SummaryInput(all.scope(), all.header(), all.blockers(), all.decisions(), all.closures(), all.reopened(),
                all.gates(), all.metrics(), all.open(), false, all.owed());
        for (String owner : List.of("Ben", OwnerFilter.NOBODY)) {
            assertEquals(owner, List.of(SummaryHeader.Gap.OWNER_AT_LEAST), atLeast.ownedBy(new OwnerFilter(owner)).header().gaps());
            assertEquals(owner, List.of(), all.ownedBy(new OwnerFilter(owner)).header().gaps());
        }
    }

    @Test
    public void countsByOwnerWhatIsNotListedWhereThatIsKnown() {
        OpenTally known = new OpenTally(0, 0, 0, List.of(load("Ben", 7), load("Maya Chen", 293)));
        SummaryInput input = Some.counted(Some.input(Some.header(), new Listing<>(List.of(), 300), Listing.of(DECISIONS),
                Listing.of(List.of()), Listing.of(List.of()), null), known, null);
        WeeklySummary summary = SummaryComposer.of(input.ownedBy(new OwnerFilter("Ben")));
        assertEquals(7, summary.blockers().total());
        assertEquals(List.of(), summary.header().gaps());
    }

    private static OwnerLoad load(String owner, long open) {
        return new OwnerLoad(Optional.of(owner), true, open, 0, Optional.empty(), 0, List.of());
    }

    @Test
    public void tellsTheMovementOfWhatIsLeft() {
        WeekMetricsComparison metrics = Some.metrics(
                Some.all(Some.line("1", "Conversion", "UP", "0.5x4"), Some.line("2", "Calls", "DOWN", "0.5x4")),
                Some.all(Some.line("1", "Conversion", "UP", "0.5x4"), Some.line("9", "Mail", "DOWN", "0.5x4")));
        WeeklySummary summary = SummaryComposer
                .of(Some.input(Some.header(), BLOCKERS, DECISIONS, metrics).ownedBy(new OwnerFilter("Maya Chen")));
        assertEquals(List.of("Conversion"), summary.movement().rows().stream().map(movement -> movement.metric()).toList());
    }

    private static WeeklySummary ownedBy(String name, Listing<OpenItem> blockers) {
        return SummaryComposer
                .of(Some.input(Some.header(), blockers, Listing.of(DECISIONS), Listing.of(List.of()), Listing.of(List.of()), null)
                        .ownedBy(new OwnerFilter(name)));
    }

    private static List<String> keys(Listing<OpenItem> items) {
        return items.rows().stream().map(OpenItem::key).toList();
    }
}
