package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.issue.Person;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.ItemDifference;
import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WeekComparison;
import org.decisiongates.summary.WeekState;

/** Two weeks are compared item by item, and nothing is said of what a week may not list. */
public class WeekComparerTest {

    private static final Instant LAST_MONDAY = Instant.parse("2026-11-16T00:20:00Z");
    private static final Instant NOW = LAST_MONDAY.plusSeconds(4 * 24 * 60 * 60);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private Listing<SnapshotEntry<OpenItem>> before = listed(1);
    private Listing<SnapshotEntry<OpenItem>> after = listed(1);
    private Listing<SnapshotEntry<Closure>> closures = Listing.of(List.of());
    private Listing<SnapshotEntry<Reopening>> reopened = Listing.of(List.of());
    private Listing<Contribution> expected = Listing.of(List.of());
    private Listing<Contribution> expectedNow = Listing.of(List.of());
    private List<WeekState> between = List.of();

    @Test
    public void findsNothingBetweenEqualWeeks() {
        assertEquals(new WeekComparison("2026-W46", "2026-W47", NOTHING, NOTHING, Listing.of(List.of())), compared(1, 2));
    }

    @Test
    public void callsNewWhatWasNotOpenThen() {
        after = listed(1, 2);
        assertEquals(Map.of("SHOP-2", "new"), changes(1, 2));
        assertEquals(new ItemDifferenceCounts(true, 1, 0, 0, 0, 0, 0, 0), compared(1, 2).blockers());
    }

    @Test
    public void callsReopenedWhatWasOpenedAgain() {
        after = listed(1, 2);
        reopened = Listing.of(List.of(new SnapshotEntry<>(2, Some.REOPENING)));
        assertEquals(Map.of("SHOP-2", "reopened"), changes(1, 2));
    }

    @Test
    public void callsClosedOnlyWhatWasClosedOnRecord() {
        before = listed(1, 2, 3);
        closures = closing(2);
        assertEquals(Map.of("SHOP-2", "closed", "SHOP-3", "left"), changes(1, 2, 3));
        ItemDifference closed = compared(1, 2, 3).changes().rows().get(0);
        assertEquals(Optional.of("DECIDED"), closed.outcome());
        assertEquals(Optional.of("Owner"), closed.owner());
    }

    @Test
    public void readsClosingsOfTheWeeksBetween() {
        before = listed(1, 2);
        between = List.of(new WeekState("2026-W46", LAST_MONDAY, listed(1), Listing.of(List.of()), closing(2), Listing.of(List.of()),
                Listing.of(List.of())));
        assertEquals(Map.of("SHOP-2", "closed"), changes(1, 2));
    }

    @Test
    public void tellsNothingOfIssuesThatTheReaderMayNotSee() {
        before = listed(1, 2, 3);
        after = listed(1, 4, 5);
        closures = closing(2, 3);
        assertEquals(Map.of("SHOP-2", "closed", "SHOP-4", "new"), changes(1, 2, 4));
        assertEquals(new ItemDifferenceCounts(true, 1, 0, 1, 0, 0, 0, 0), compared(1, 2, 4).blockers());
    }

    @Test
    public void callsNothingNewThatAWeekMayHaveLeftOut() {
        before = new Listing<>(listed(1).rows(), 2);
        after = aged(4, 1, 2);
        assertEquals(Map.of(), changes(1, 2));
        assertEquals(new ItemDifferenceCounts(false, 0, 0, 0, 0, 0, 0, 0), compared(1, 2).blockers());
        after = aged(3, 1, 2);
        assertEquals("younger than that week", Map.of("SHOP-2", "new"), changes(1, 2));
    }

    @Test
    public void callsNothingGoneThatAWeekMayHaveLeftOut() {
        before = listed(1, 2, 3);
        after = new Listing<>(listed(1).rows(), 2);
        closures = closing(3);
        assertEquals(Map.of("SHOP-3", "closed"), changes(1, 2, 3));
        assertEquals(new ItemDifferenceCounts(false, 0, 0, 1, 0, 0, 0, 0), compared(1, 2, 3).blockers());
    }

    @Test
    public void saysNothingOfAWeekThatWasCalculatedFromHistory() {
        before = new Listing<>(List.of(), 3);
        after = aged(9, 1, 2, 3);
        assertEquals(Map.of(), changes(1, 2, 3));
    }

    @Test
    public void callsSlippedWhatIsDueLater() {
        Map<String, Boolean> slipped = Map.of("due+1 due+2", true, "due+2 due+1", false, "due+1 due+1", false, " due+1", false, "due+1 ",
                false);
        slipped.forEach((words, expectedToSlip) -> {
            before = Listing.of(List.of(entry(1, Some.item("SHOP-1", words.split(" ", 2)[0]))));
            after = Listing.of(List.of(entry(1, Some.item("SHOP-1", words.split(" ", 2)[1]))));
            assertEquals(words, expectedToSlip ? Map.of("SHOP-1", "slipped") : Map.of(), changes(1));
        });
        before = Listing.of(List.of(entry(1, Some.item("SHOP-1", "due+1"))));
        after = Listing.of(List.of(entry(1, Some.item("SHOP-1", "due+3"))));
        ItemDifference change = compared(1).changes().rows().get(0);
        assertEquals(Optional.of(FRIDAY.plusDays(1)), change.dueBefore());
        assertEquals(Optional.of(FRIDAY.plusDays(3)), change.due());
    }

    @Test
    public void tellsWhoOwnedItBefore() {
        before = Listing.of(List.of(entry(1, Some.item("SHOP-1", "", "Ann"))));
        after = Listing.of(List.of(entry(1, Some.item("SHOP-1", "", "Ben"))));
        ItemDifference change = compared(1).changes().rows().get(0);
        assertEquals(List.of("owner-changed", Optional.of("Ann"), Optional.of("Ben")),
                List.of(change.kind(), change.ownerBefore(), change.owner()));
        after = Listing.of(List.of(entry(1, Some.item("SHOP-1", "ownerless"))));
        assertEquals(Optional.empty(), compared(1).changes().rows().get(0).owner());
    }

    @Test
    public void doesNotGuessWhoAnErasedPersonWas() {
        before = Listing.of(List.of(entry(1, Some.item("SHOP-1", "", Person.ERASED))));
        assertEquals(Map.of(), changes(1));
    }

    @Test
    public void tellsWhatIsExpectedNow() {
        expected = Some.all(Some.line("1", "Conversion", "UP", "0.5x4"), Some.line("2", "Calls", "DOWN", "0.5x4"));
        expectedNow = Some.all(Some.line("1", "Conversion", "UP", "0.75x6"), Some.line("2", "Calls", "DOWN", "0.5x9"));
        assertEquals("the second issue is not listed", Map.of("SHOP-1", "re-estimated"), changes(1, 2));
        ItemDifference change = compared(1).changes().rows().get(0);
        BigDecimal moved = change.estimate().orElseThrow().now().subtract(change.estimate().orElseThrow().before());
        assertEquals(0, moved.compareTo(BigDecimal.valueOf(2)));
        assertEquals(new BigDecimal("0.75"), change.estimate().orElseThrow().confidence());
    }

    @Test
    public void tellsOwnersApartByTheirAccountsWhereBothWeeksKnowThem() {
        for (String[] one : new String[][] {{"Maya Chen", "maya", "Maya Brandt", "maya", ""},
                {"Tom Keller", "tom", "Tom Keller", "tkeller", "owner-changed"}, {"Tom Keller", "", "Tom Keller", "tom", ""},
                {"Tom Keller", "", "Maya Brandt", "maya", "owner-changed"}}) {
            before = ownedBy(one[0], one[1]);
            after = ownedBy(one[2], one[3]);
            assertEquals(String.join(", ", one), one[4].isEmpty() ? Map.of() : Map.of("SHOP-1", one[4]), changes(1));
        }
    }

    private static Listing<SnapshotEntry<OpenItem>> ownedBy(String name, String key) {
        return Listing.of(List.of(entry(1, Some.item("SHOP-1", "age1", name).keyed(Optional.of(key).filter(any -> !any.isEmpty())))));
    }

    @Test
    public void tellsNoEstimateOfAnotherNumber() {
        expected = Some.all(Some.line("1", "Conversion", "UP", "0.5x4"));
        expectedNow = Some.all(Some.line("1", "Calls", "UP", "0.5x6"));
        assertEquals(Map.of(), changes(1));
    }

    private WeekComparison compared(long... visible) {
        Listing<SnapshotEntry<OpenItem>> none = Listing.of(List.of());
        WeekState from = new WeekState("2026-W46", LAST_MONDAY, before, none, Listing.of(List.of()), Listing.of(List.of()), expected);
        WeekState to = new WeekState("2026-W47", NOW, after, none, closures, reopened, expectedNow);
        return WeekComparer.compare(from, Stream.concat(Stream.of(to), between.stream()).toList(),
                id -> List.of(boxed(visible)).contains(id));
    }

    /** The kind of the change of each issue. */
    private Map<String, String> changes(long... visible) {
        Map<String, String> kinds = new TreeMap<>();
        compared(visible).changes().rows().forEach(change -> kinds.put(change.key(), change.kind()));
        return kinds;
    }

    private static Listing<SnapshotEntry<OpenItem>> listed(long... issues) {
        return aged(1, issues);
    }

    private static Listing<SnapshotEntry<OpenItem>> aged(int days, long... issues) {
        return Listing.of(Stream.of(boxed(issues)).map(id -> entry(id, Some.item("SHOP-" + id, "age" + days))).toList());
    }

    private static Listing<SnapshotEntry<Closure>> closing(long... issues) {
        return Listing.of(Stream.of(boxed(issues)).map(id -> new SnapshotEntry<>(id, Some.CLOSURE)).toList());
    }

    private static Long[] boxed(long... issues) {
        return java.util.Arrays.stream(issues).boxed().toArray(Long[]::new);
    }

    private static SnapshotEntry<OpenItem> entry(long id, OpenItem item) {
        return new SnapshotEntry<>(id, item);
    }

    private static final ItemDifferenceCounts NOTHING = new ItemDifferenceCounts(true, 0, 0, 0, 0, 0, 0, 0);
}
