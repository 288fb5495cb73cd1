package org.decisiongates.metric;

import static org.decisiongates.metric.History.decision;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.Test;

public class ReopenRateTest {

    private static final String BEFORE = "2026-11-02T10:00:00";
    private static final String TUESDAY = "2026-11-17T10:00:00";
    private static final String WEDNESDAY = "2026-11-18T10:00:00";

    /** The example of M10 in docs/metrics.md: 2 of 16: 12.5 %. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        Figure figure = figure(LongStream.rangeClosed(1, 16).mapToObj(id -> {
            History history = decision(id).created(BEFORE).to("DECIDED", BEFORE);
            return id > 2 ? history : history.to("IN_REVIEW", TUESDAY);
        }).toArray(History[]::new));
        assertEquals("0.1250", value(figure));
        assertEquals(16, figure.sample());
        assertEquals(List.of("SHOP-1", "SHOP-2"), figure.issues());
    }

    @Test
    public void isNotApplicableWhereNothingWasDecided() {
        assertEquals("n/a", value(figure()));
        assertEquals("n/a", value(figure(decision(1).created(BEFORE), decision(2).created(BEFORE).to("REJECTED", TUESDAY),
                decision(3).created(BEFORE).to("SUPERSEDED", TUESDAY),
                History.blocker(4).created(BEFORE).to("RESOLVED", BEFORE).to("OPEN", TUESDAY))));
    }

    @Test
    public void countsADecisionOnceHoweverOftenItIsOpenedAgain() {
        assertEquals("1.0000",
                value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", TUESDAY).to("DECIDED", TUESDAY)
                        .to("IN_REVIEW", WEDNESDAY))));
    }

    @Test
    public void countsEveryPhaseFromDecidedOn() {
        for (String phase : List.of("DECIDED", "IN_DELIVERY", "LIVE", "CLOSED")) {
            assertEquals(phase, "1.0000", value(figure(decision(1).created(BEFORE).to(phase, BEFORE).to("IN_REVIEW", TUESDAY))));
            assertEquals(phase, "0.0000", value(figure(decision(1).created(BEFORE, phase))));
            assertEquals(phase, "0.0000", value(figure(decision(1).created(TUESDAY, phase))));
        }
    }

    @Test
    public void whatWasOpenedAgainBeforeIsNeitherDecidedNorReopened() {
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", "2026-11-15T23:59:59"))));
        assertEquals("1.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", "2026-11-16T00:00:00"))));
        assertEquals("1.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", "2026-11-22T23:59:59"))));
        assertEquals("0.0000", value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", "2026-11-23T00:00:00"))));
    }

    @Test
    public void leavesOutWhatIsGone() {
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).deleted(TUESDAY),
                decision(2).created(BEFORE).to("DECIDED", BEFORE).to("IN_REVIEW", TUESDAY).movedTo(History.ELSEWHERE, WEDNESDAY))));
    }

    @Test
    public void goingOnIsNoReopening() {
        assertEquals("0.0000",
                value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("IN_DELIVERY", TUESDAY).to("LIVE", WEDNESDAY))));
    }

    @Test
    public void aStatusNoPhaseStandsForIsAStopOnTheWay() {
        assertEquals("1.0000",
                value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("status:10077", TUESDAY).to("IN_REVIEW", WEDNESDAY))));
        assertEquals("1.0000",
                value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("status:10077", BEFORE).to("IN_REVIEW", WEDNESDAY))));
        assertEquals("0.0000", value(figure(decision(1).created(BEFORE).to("status:10077", BEFORE).to("DECIDED", TUESDAY))));
        assertEquals("0.0000",
                value(figure(decision(1).created(BEFORE).to("DECIDED", BEFORE).to("status:10077", TUESDAY).to("LIVE", WEDNESDAY))));
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.REOPEN_RATE, histories);
    }
}
