package org.decisiongates.confluence.link;

import java.time.Instant;
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
import org.decisiongates.summary.OpenQueries;
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
                new OpenItem("SHOP-7", "Payment provider refuses 3-D Secure in the test shop", "Escalated", Optional.of("Owner"), true,
                        Optional.of(FRIDAY.minusDays(2)), true, 12, "Keep the present provider for another month", true, true),
                new OpenItem("SHOP-9", "No data for the returns page", "Open", Optional.of("Former"), false,
                        Optional.of(FRIDAY.plusDays(4)), false,
                        1, "", false, false));
        List<OpenItem> decisions = List.of(
                new OpenItem("SHOP-4", "Which carriers at launch", "In review", Optional.empty(), false, Optional.empty(), false, 0, "",
                        false, false),
                new OpenItem("SHOP-5", "Guest checkout or account first", "Draft", Optional.of("Lead"), true,
                        Optional.of(FRIDAY.plusDays(7)), false,
                        3, "", true, false));
        return summary("SHOP", "Storefront", "2026-W47", blockers, 2, decisions, 2);
    }

    public static WeeklySummary empty() {
        return summary("SHOP", "Storefront", "2026-W47", List.of(), 0, List.of(), 0);
    }

    /** Every text is an attack, and more items are said to exist than are listed. */
    public static WeeklySummary hostile() {
        String text = GoldenHtml.HOSTILE;
        OpenItem item = new OpenItem("javascript:alert(1)//" + text, text, text, Optional.of(text), false, Optional.of(FRIDAY), true,
                Long.MAX_VALUE,
                text, true, true);
        return summary(text, text, text, List.of(item), 7, List.of(item), Long.MAX_VALUE);
    }

    public static WeeklySummary rightToLeft() {
        OpenItem item = new OpenItem("SHOP-3",
                "\u05e1\u05e4\u05e7 \u05ea\u05e9\u05dc\u05d5\u05de\u05d9\u05dd (PSP) \u05dc\u05d0 \u05e2\u05d5\u05e0\u05d4",
                "\u05e4\u05ea\u05d5\u05d7", Optional.of("\u0627\u0644\u0645\u0627\u0644\u0643"), true, Optional.of(FRIDAY), false, 2,
                "\u0627\u0644\u0639\u0648\u062f\u0629 \u0625\u0644\u0649 \u0627\u0644\u062e\u0637\u0629 B", false, false);
        return summary("SHOP", "\u05d7\u05e0\u05d5\u05ea", "2026-W47", List.of(item), 1, List.of(), 0);
    }

    public static WeeklySummary longWords() {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(20);
        OpenItem item = new OpenItem("SHOP-3", word, "Open", Optional.of(word), true, Optional.of(FRIDAY), false, 2, word, false, false);
        return summary("SHOP", "Storefront", "2026-W47", List.of(item), 1, List.of(), 0);
    }

    /** {@code count} blockers are listed of {@code total}. */
    public static WeeklySummary blockers(int count, long total) {
        List<OpenItem> items = new ArrayList<>(Collections.nCopies(count, typical().blockers().rows().get(0)));
        return summary("SHOP", "Storefront", "2026-W47", items, total, List.of(), 0);
    }

    private static WeeklySummary summary(String key, String name, String week, List<OpenItem> blockers, long blockerTotal,
            List<OpenItem> decisions, long decisionTotal) {
        SummaryHeader header = new SummaryHeader(week, "Europe/Berlin", Instant.parse("2026-11-20T09:15:00Z"),
                "javascript:alert('x-injected')/browse/", Optional.empty(),
                false, true, false, SummaryHeader.Numbers.CURRENT, OpenQueries.NONE);
        return new WeeklySummary(new SummaryScope(SummaryScope.Kind.PROJECT, key, name), header,
                new Headline("open", List.of(blockerTotal, decisionTotal)), List.of(),
                new Listing<>(blockers, blockerTotal), new Listing<>(decisions, decisionTotal), Listing.of(List.of()),
                Listing.of(List.of()),
                Listing.of(List.of()), Listing.of(List.of()), new GateTally(0, 0, 0, 0, 0, List.of()), Listing.of(List.of()),
                Listing.of(List.of()));
    }
}
