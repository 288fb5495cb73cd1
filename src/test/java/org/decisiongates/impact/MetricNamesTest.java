package org.decisiongates.impact;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.text.Message;

public class MetricNamesTest {

    private static final Optional<Direction> UP = Optional.of(Direction.UP);
    private static final Optional<Direction> DOWN = Optional.of(Direction.DOWN);

    @Test
    public void offersThoseOfMostLinesFirst() {
        assertEquals(List.of(new MetricUse("Returns", "%", Direction.DOWN, 2), new MetricUse("Checkout conversion", "%", Direction.UP, 1),
                new MetricUse("Returns", "orders a day", Direction.UP, 1)),
                names(line("Returns", "%", Direction.DOWN), line("Returns", "orders a day", Direction.UP),
                        line("Checkout conversion", "%", Direction.UP), line("Returns", "%", Direction.DOWN)).offered());
    }

    @Test
    public void saysOfAMetricWhichWayMostLinesHaveIt() {
        ImpactLine up = line("Returns", "%", Direction.UP);
        ImpactLine down = line("Returns", "%", Direction.DOWN);
        assertEquals(Direction.DOWN, names(up, down, down).offered().get(0).direction());
        assertEquals("half and half", Direction.UP, names(up, down).offered().get(0).direction());
    }

    @Test
    public void offersNoMoreThanFifty() {
        ImpactLine[] many = IntStream.range(0, 51).mapToObj(i -> line("Metric " + i, "%", Direction.UP)).toArray(ImpactLine[]::new);
        assertEquals(MetricNames.MAX_OFFERED, names(many).offered().size());
    }

    @Test
    public void warnsOfANameThatIsNearlyOneInUse() {
        MetricNames names = names(line("Checkout conversion", "%", Direction.UP), line("Caf\u00E9 visits", "visits", Direction.UP));
        for (String near : List.of("checkout conversion", "Checkout Conversions", "Checkout-conversion", "Conversion, checkout")) {
            assertEquals(near, List.of(Message.of("decision-gates.impact.warning.name", "Checkout conversion")),
                    names.warnings(near, "%", UP));
        }
        assertEquals(List.of(Message.of("decision-gates.impact.warning.name", "Caf\u00E9 visits")),
                names.warnings("Cafe visits", "", DOWN));
        for (String other : List.of("", "Checkout", "Conversion at checkout time", "Time to first byte", "\u2014")) {
            assertEquals(other, List.of(), names.warnings(other, "ms", UP));
        }
    }

    @Test
    public void warnsOfAnotherUnitOrDirection() {
        MetricNames names = names(line("Returns", "%", Direction.DOWN), line("Returns", "orders a day", Direction.DOWN),
                line("Returns", "%", Direction.DOWN));
        assertEquals(List.of(), names.warnings("Returns", "%", DOWN));
        assertEquals(List.of(), names.warnings("Returns", "orders a day", DOWN));
        assertEquals(List.of(), names.warnings("Returns", "", UP));
        assertEquals(List.of(), names.warnings("Returns", "%", Optional.empty()));
        assertEquals(List.of(Message.of("decision-gates.impact.warning.direction.down", "Returns")), names.warnings("Returns", "%", UP));
        assertEquals(List.of(Message.of("decision-gates.impact.warning.unit", "Returns", "%")), names.warnings("Returns", "percent", DOWN));
    }

    @Test
    public void hasNothingToSayWhereThereAreNoLines() {
        assertEquals(List.of(), names().offered());
        assertEquals(List.of(), names().warnings("Returns", "%", UP));
    }

    private static MetricNames names(ImpactLine... lines) {
        return MetricNames.of(List.of(lines));
    }

    private static ImpactLine line(String metric, String unit, Direction direction) {
        return anImpactLine().of(metric).in(unit).towards(direction).line();
    }
}
