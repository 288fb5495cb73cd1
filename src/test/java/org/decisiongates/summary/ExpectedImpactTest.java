package org.decisiongates.summary;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;

public class ExpectedImpactTest {

    @Test
    public void addsUpTheLinesOfOneNumber() {
        Map<Long, List<ExpectedImpact>> expected = ExpectedImpact.of(Listing.of(List.of(line(7, "1", "Conversion", "0.5", "-4"),
                line(7, "2", "Conversion", "1", "-1"), line(9, "3", "Calls", "0.5", "8"))));
        assertEquals(0, new BigDecimal("-3").compareTo(expected.get(7L).get(0).change()));
        assertEquals(List.of("Calls"), expected.get(9L).stream().map(ExpectedImpact::metric).toList());
        assertEquals(2, expected.size());
    }

    @Test
    public void tellsThreeNumbersOfAnItem() {
        List<Contribution> lines = List.of("D", "B", "A", "C").stream().map(name -> line(7, name, name, "1", "1")).toList();
        assertEquals(List.of("A", "B", "C"),
                ExpectedImpact.of(Listing.of(lines)).get(7L).stream().map(ExpectedImpact::metric).toList());
    }

    @Test
    public void tellsNothingWhereLinesAreMissing() {
        assertEquals(Map.of(), ExpectedImpact.of(new Listing<>(List.of(line(7, "1", "Conversion", "1", "1")), 2)));
    }

    private static Contribution line(long issue, String id, String metric, String confidence, String change) {
        return new Contribution(issue, "SHOP-" + issue, id,
                anImpactLine().of(metric).towards(Direction.UP).from("0").to(change).confidence(confidence).line());
    }
}
