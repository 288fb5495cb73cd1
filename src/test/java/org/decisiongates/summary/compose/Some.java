package org.decisiongates.summary.compose;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;

/** What summaries are composed from, in one line each. */
final class Some {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Closure CLOSURE = new Closure("SHOP-90", "Closed", false, "DECIDED", Optional.of("Owner"), TODAY, Optional.empty(),
            Optional.empty(), Optional.empty());
    static final Reopening REOPENING = new Reopening("SHOP-91", "Reopened", false, Optional.empty(), TODAY);

    private Some() {
    }

    /**
     * An item from words: {@code escalated}, {@code customers}, {@code due+3}, {@code ownerless}, {@code left}, {@code age9}. Without any
     * of them it is somebody's who is there, undated, a day old and has a fallback.
     */
    static OpenItem item(String key, String words) {
        boolean ownerless = words.contains("ownerless");
        Optional<LocalDate> due = words.contains("due") ? Optional.of(TODAY.plusDays(number(words, "due"))) : Optional.empty();
        return new OpenItem(key, "Item " + key, "Open", ownerless ? Optional.empty() : Optional.of("Owner"),
                !ownerless && !words.contains("left"), due,
                due.filter(TODAY::isAfter).isPresent(), words.contains("age") ? number(words, "age") : 1,
                words.contains("exposed") ? " " : "Plan B",
                words.contains("customers"), words.contains("escalated"));
    }

    static OpenItem item(String key, String words, String owner) {
        OpenItem item = item(key, words);
        return new OpenItem(item.key(), item.summary(), item.phase(), Optional.of(owner), item.ownerActive(), item.due(), item.overdue(),
                item.ageDays(),
                item.fallback(), item.customerFacing(), item.escalated());
    }

    static Contribution line(String id, String metric, String direction, String expectation) {
        String[] numbers = expectation.split("x");
        return new Contribution(Long.parseLong(id.replaceAll("\\D", "")), "SHOP-" + id.replaceAll("\\D", ""), id,
                anImpactLine().of(metric).towards(ImpactLine.Direction.valueOf(direction)).to(numbers[1]).confidence(numbers[0]).line());
    }

    static Figure figure(String metric, String value, long sample) {
        return new Figure(metric, value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)), sample, sample >= Figure.ENOUGH,
                Optional.empty(),
                Map.of(), List.of(), 0);
    }

    static Listing<Contribution> all(Contribution... lines) {
        return new Listing<>(List.of(lines), lines.length);
    }

    static WeekMetricsComparison metrics(Listing<Contribution> now, Listing<Contribution> before) {
        return new WeekMetricsComparison(List.of(), List.of(), now, Optional.ofNullable(before));
    }

    static SummaryHeader header() {
        return header(true, false);
    }

    static SummaryHeader header(boolean enabled, boolean partial) {
        return aHeader().browseUrl("http://localhost/browse/").enabled(enabled).partial(partial).header();
    }

    static SummaryInput input(SummaryHeader header, List<OpenItem> blockers, List<OpenItem> decisions, WeekMetricsComparison metrics) {
        return input(header, Listing.of(blockers), Listing.of(decisions), Listing.of(List.of()), Listing.of(List.of()), metrics);
    }

    static SummaryInput input(SummaryHeader header, Listing<OpenItem> blockers, Listing<OpenItem> decisions, Listing<Closure> closures,
            Listing<Reopening> reopened,
            WeekMetricsComparison metrics) {
        return new SummaryInput(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Storefront"), header, blockers, decisions, closures,
                reopened,
                new GateTally(0, 0, 0, 0, 0, List.of()), Optional.ofNullable(metrics), OpenTallies.NONE, true, Optional.empty());
    }

    /** The same, of which the journal knows all that is open. */
    static SummaryInput counted(SummaryInput input, OpenTally blockers, OpenTally decisions) {
        return new SummaryInput(input.scope(), input.header(), input.blockers(), input.decisions(), input.closures(),
                input.reopened(),
                input.gates(), input.metrics(), new OpenTallies(Optional.ofNullable(blockers), Optional.ofNullable(decisions)),
                true, Optional.empty());
    }

    private static long number(String words, String name) {
        return Long.parseLong(words.replaceFirst(".*" + name + "([+-]?\\d+).*", "$1"));
    }
}
