package org.decisiongates.summary.compose;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.OpenItem;

public class HeadlineRuleTest {

    private static final WeekMetricsComparison STILL = Some.metrics(Some.all(), Some.all());
    private static final WeekMetricsComparison WORSE = Some
            .metrics(Some.all(Some.line("l7", "Refunds", "DOWN", "1x3"), Some.line("l8", "Conversion", "UP", "1x3")), Some.all());
    private static final WeekMetricsComparison BETTER = Some.metrics(Some.all(Some.line("l8", "Conversion", "UP", "1x3")), Some.all());
    private static final List<OpenItem> NONE = List.of();
    private static final List<OpenItem> FINE = List.of(Some.item("SHOP-1", "due+3"));
    private static final List<OpenItem> HURTING = List.of(Some.item("SHOP-2", "due-3 customers"), Some.item("SHOP-3", "due-1"),
            Some.item("SHOP-4", "escalated"));

    private final Map<String, SummaryInput> scenarios = new HashMap<>();

    public HeadlineRuleTest() {
        scenarios.put("not-enabled []", Some.input(Some.header(false, false), HURTING, FINE, STILL));
        scenarios.put("nothing-to-report [0]", Some.input(Some.header(), NONE, NONE, STILL));
        scenarios.put("nothing-to-report [1]", Some.input(Some.header(true, true), NONE, NONE, STILL));
        scenarios.put("blockers-overdue [2, 3, 1, 0]",
                Some.input(Some.header(), HURTING, List.of(Some.item("SHOP-5", "ownerless due-3")), WORSE));
        scenarios.put("blockers-overdue [2, 400, 1, 1]",
                Some.input(Some.header(), new Listing<>(HURTING, 400), Listing.of(FINE), Listing.of(List.of()),
                        Listing.of(List.of()), STILL));
        scenarios.put("blockers-escalated [1, 1, 0]",
                Some.input(Some.header(), List.of(Some.item("SHOP-4", "escalated ownerless")), FINE, STILL));
        scenarios.put("ownerless [2, 1, 0]", Some.input(Some.header(), List.of(Some.item("SHOP-4", "left")),
                List.of(Some.item("SHOP-5", "ownerless due-3"), Some.item("SHOP-6", "left")), WORSE));
        scenarios.put("decisions-overdue [1, 2, 0]",
                Some.input(Some.header(), FINE, List.of(Some.item("SHOP-5", "due-3"), Some.item("SHOP-6", "")), WORSE));
        scenarios.put("impact-worse [1, 1]", Some.input(Some.header(), FINE, FINE, WORSE));
        scenarios.put("impact-better [1, 1]", Some.input(Some.header(), FINE, FINE, BETTER));
        scenarios.put("impact-better [1, 0]", Some.input(Some.header(), NONE, NONE, BETTER));
        scenarios.put("nothing-open [1, 1]",
                Some.input(Some.header(), Listing.of(NONE), Listing.of(NONE), Listing.of(List.of(Some.CLOSURE)),
                        Listing.of(List.of(Some.REOPENING)), STILL));
        scenarios.put("nothing-open [0, 0]", Some.input(Some.header(), NONE, NONE, null));
        scenarios.put("on-track [1, 1]", Some.input(Some.header(), FINE, FINE, STILL));
        scenarios.put("open [201, 1, 0]", Some.input(Some.header(), new Listing<>(FINE, 201), Listing.of(FINE), Listing.of(List.of()),
                Listing.of(List.of()), STILL));
    }

    @Test
    public void takesTheFirstSentenceThatHolds() {
        scenarios.forEach((expected, input) -> {
            Headline headline = SummaryComposer.of(input).headline();
            assertEquals(expected, headline.rule() + " " + headline.arguments());
        });
    }

    @Test
    public void everySentenceHasItsDay() {
        assertEquals(Arrays.stream(HeadlineRule.values()).map(HeadlineRule::key).collect(Collectors.toCollection(TreeSet::new)),
                scenarios.keySet().stream().map(name -> name.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new)));
    }
}
