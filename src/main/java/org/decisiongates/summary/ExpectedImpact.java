package org.decisiongates.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;

/**
 * What the impact lines of one open item say of one number: its part of what is expected of all that is open (metric M12).
 *
 * @param metric    name of the number, {@code Checkout conversion}
 * @param direction which way is good
 * @param change    sum of confidence × (expected − baseline)
 */
public record ExpectedImpact(String metric, String unit, Direction direction, BigDecimal change) {

    /** Numbers of one item that are told. */
    public static final int MAX_NUMBERS = 3;

    /** The items with what impact lines say of each. */
    public static Listing<OpenItem> beside(Listing<SnapshotEntry<OpenItem>> items, Listing<Contribution> lines) {
        Map<Long, List<ExpectedImpact>> expected = of(lines);
        return items.map(entry -> entry.row().expecting(expected.getOrDefault(entry.issueId(), List.of())));
    }

    /** By issue id, at most {@value #MAX_NUMBERS} an issue, by name; nothing where not all lines are known. */
    static Map<Long, List<ExpectedImpact>> of(Listing<Contribution> lines) {
        Map<Long, Map<String, ExpectedImpact>> found = new LinkedHashMap<>();
        if (lines.isWhole()) {
            lines.rows().forEach(one -> found.computeIfAbsent(one.issueId(), any -> new TreeMap<>())
                    .merge(one.line().metric().strip() + "\n" + one.line().unit().strip(), of(one.line()), ExpectedImpact::and));
        }
        Map<Long, List<ExpectedImpact>> first = new LinkedHashMap<>();
        found.forEach((issue, numbers) -> first.put(issue, new ArrayList<>(numbers.values()).stream().limit(MAX_NUMBERS).toList()));
        return first;
    }

    private static ExpectedImpact of(ImpactLine line) {
        return new ExpectedImpact(line.metric().strip(), line.unit().strip(), line.direction(), line.weight());
    }

    private ExpectedImpact and(ExpectedImpact more) {
        return new ExpectedImpact(metric, unit, direction, change.add(more.change));
    }
}
