package org.decisiongates.confluence.link;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeeklySummary;

/** Summaries of the kinds a page has to cope with. */
public final class SampleSummaries {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private SampleSummaries() {
    }

    public static WeeklySummary typical() {
        List<OpenItem> blockers = List.of(
                anOpenItem().key("SHOP-7").summary("Payment provider refuses 3-D Secure in the test shop").in("Escalated").ownedBy("Owner")
                        .overdueSince(FRIDAY.minusDays(2)).open(12).fallback("Keep the present provider for another month").customerFacing()
                        .escalated().item(),
                anOpenItem().key("SHOP-9").summary("No data for the returns page").ownedByFormer("Former").due(FRIDAY.plusDays(4)).open(1)
                        .item());
        List<OpenItem> decisions = List.of(
                anOpenItem().key("SHOP-4").summary("Which carriers at launch").in("In review").item(),
                anOpenItem().key("SHOP-5").summary("Guest checkout or account first").in("Draft").ownedBy("Lead").due(FRIDAY.plusDays(7))
                        .open(3).customerFacing().item());
        return summary("SHOP", "Storefront", "2026-W47", blockers, 2, decisions, 2);
    }

    public static WeeklySummary empty() {
        return summary("SHOP", "Storefront", "2026-W47", List.of(), 0, List.of(), 0);
    }

    /** Every text is an attack, and more items are said to exist than are listed. */
    public static WeeklySummary hostile() {
        String text = GoldenHtml.HOSTILE;
        OpenItem item = anOpenItem().key("javascript:alert(1)//" + text).summary(text).in(text).ownedByFormer(text).overdueSince(FRIDAY)
                .open(Long.MAX_VALUE).fallback(text).customerFacing().escalated().item();
        return summary(text, text, text, List.of(item), 7, List.of(item), Long.MAX_VALUE);
    }

    public static WeeklySummary rightToLeft() {
        OpenItem item = anOpenItem().key("SHOP-3")
                .summary("\u05e1\u05e4\u05e7 \u05ea\u05e9\u05dc\u05d5\u05de\u05d9\u05dd (PSP) \u05dc\u05d0 \u05e2\u05d5\u05e0\u05d4")
                .in("\u05e4\u05ea\u05d5\u05d7").ownedBy("\u0627\u0644\u0645\u0627\u0644\u0643").due(FRIDAY).open(2)
                .fallback("\u0627\u0644\u0639\u0648\u062f\u0629 \u0625\u0644\u0649 \u0627\u0644\u062e\u0637\u0629 B").item();
        return summary("SHOP", "\u05d7\u05e0\u05d5\u05ea", "2026-W47", List.of(item), 1, List.of(), 0);
    }

    public static WeeklySummary longWords() {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(20);
        OpenItem item = anOpenItem().key("SHOP-3").summary(word).ownedBy(word).due(FRIDAY).open(2).fallback(word).item();
        return summary("SHOP", "Storefront", "2026-W47", List.of(item), 1, List.of(), 0);
    }

    /** {@code count} blockers are listed of {@code total}. */
    public static WeeklySummary blockers(int count, long total) {
        List<OpenItem> items = new ArrayList<>(Collections.nCopies(count, typical().blockers().rows().get(0)));
        return summary("SHOP", "Storefront", "2026-W47", items, total, List.of(), 0);
    }

    private static WeeklySummary summary(String key, String name, String week, List<OpenItem> blockers, long blockerTotal,
            List<OpenItem> decisions, long decisionTotal) {
        SummaryHeader header = aHeader().week(week).browseUrl("javascript:alert('x-injected')/browse/").header();
        return new WeeklySummary(new SummaryScope(SummaryScope.Kind.PROJECT, key, name), header,
                new Headline("open", List.of(blockerTotal, decisionTotal)), List.of(),
                new Listing<>(blockers, blockerTotal), new Listing<>(decisions, decisionTotal), Listing.of(List.of()),
                Listing.of(List.of()),
                Listing.of(List.of()), Listing.of(List.of()), new GateTally(0, 0, 0, 0, 0, List.of()), Listing.of(List.of()),
                Listing.of(List.of()), Optional.empty(), Optional.empty());
    }
}
