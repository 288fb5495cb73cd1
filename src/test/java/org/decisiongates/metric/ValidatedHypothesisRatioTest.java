package org.decisiongates.metric;

import static org.decisiongates.metric.History.decision;
import static org.decisiongates.metric.ProjectedMetrics.secondary;
import static org.decisiongates.metric.ProjectedMetrics.value;
import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.Hypothesis.State;
import org.decisiongates.record.RecordParts;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Item;

public class ValidatedHypothesisRatioTest {

    private static final String BEFORE = "2026-11-02T10:00:00";
    private static final String LAST_SUNDAY = "2026-11-15T23:59:59";
    private static final String TUESDAY = "2026-11-17T10:00:00";
    private static final String WEDNESDAY = "2026-11-18T10:00:00";
    private static final String THURSDAY = "2026-11-19T10:00:00";
    private static final String NEXT_MONDAY = "2026-11-23T00:00:00";
    private static final String LATER = "2026-12-20";

    /** The example of M2 in docs/metrics.md: V = 3, one without evidence, I = 1, X = 1: 2 ÷ 5 = 0.40. */
    @Test
    public void agreesWithTheExampleOfItsPage() {
        History first = decision(1).created(BEFORE).evidence(11, 1, BEFORE).evidence(12, 2, TUESDAY);
        for (long row = 1; row <= 3; row++) {
            first.hypothesis(row, open(LATER), BEFORE).hypothesis(row, said(State.VALIDATED, LATER), WEDNESDAY);
        }
        History second = decision(2).created(BEFORE).hypothesis(4, open(LATER), BEFORE)
                .hypothesis(4, said(State.INVALIDATED, LATER), WEDNESDAY).hypothesis(5, open("2026-11-18"), BEFORE);
        Figure figure = figure(first, second);
        assertEquals("0.4000", value(figure));
        assertEquals(5, figure.sample());
        assertEquals(List.of("2", "1", "2", "0.6000"), List.of(secondary(figure, "validated"), secondary(figure, "invalidated"),
                secondary(figure, "unproven"), secondary(figure, "coverage")));
        assertEquals(List.of("SHOP-1", "SHOP-2"), figure.issues());
    }

    @Test
    public void isNotApplicableWhereNothingCameToItsTime() {
        assertEquals("n/a", value(figure()));
        Figure figure = figure(decision(1).created(BEFORE).hypothesis(1, open(LATER), BEFORE),
                decision(2).created(BEFORE).hypothesis(2, said(State.VALIDATED, LATER), BEFORE),
                decision(3).created(BEFORE).hypothesis(3, open("2026-11-15"), BEFORE));
        assertEquals("n/a", value(figure));
        assertEquals("n/a", secondary(figure, "coverage"));
        assertEquals(0, figure.sample());
    }

    @Test
    public void countsAVerdictInTheWeekInWhichItWasGiven() {
        assertCounted("n/a", LAST_SUNDAY);
        assertCounted("0.0000", "2026-11-16T00:00:00");
        assertCounted("0.0000", "2026-11-22T23:59:59");
        assertCounted("n/a", NEXT_MONDAY);
    }

    private static void assertCounted(String expected, String at) {
        assertEquals(at, expected, value(figure(decision(1).created(BEFORE).hypothesis(1, open(LATER), BEFORE)
                .hypothesis(1, said(State.INVALIDATED, LATER), at))));
    }

    @Test
    public void datesAVerdictToWhenItWasGivenHoweverOftenItIsWordedAnew() {
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, said(State.INVALIDATED, LATER), LAST_SUNDAY)
                .hypothesis(1, said(State.INVALIDATED, "2026-12-21"), TUESDAY))));
    }

    @Test
    public void countsACheckDateOnceItsDayIsOver() {
        for (String day : List.of("2026-11-16", "2026-11-18", "2026-11-22")) {
            assertEquals(day, "0.0000", value(figure(decision(1).created(BEFORE).hypothesis(1, open(day), BEFORE))));
        }
        for (String day : List.of("2026-11-15", "2026-11-23")) {
            assertEquals(day, "n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open(day), BEFORE))));
        }
        History due = decision(1).created(BEFORE).hypothesis(1, open("2026-11-18"), BEFORE);
        Period evening = ProjectedMetrics.asOf("2026-11-18T23:59:59Z");
        assertEquals("n/a", value(ProjectedMetrics.figure(Metrics.VALIDATED_HYPOTHESIS_RATIO, evening, due)));
        assertEquals("0.0000", secondary(ProjectedMetrics.figure(Metrics.VALIDATED_HYPOTHESIS_RATIO, evening, due), "coverage"));
        assertEquals("0.0000", value(ProjectedMetrics.figure(Metrics.VALIDATED_HYPOTHESIS_RATIO,
                ProjectedMetrics.asOf("2026-11-19T00:00:00Z"), due)));
    }

    @Test
    public void aVerdictThatCameLateIsOneAllTheSame() {
        assertEquals("1.0000", value(figure(decision(1).created(BEFORE).evidence(11, 1, BEFORE).hypothesis(1, open("2026-11-16"), BEFORE)
                .hypothesis(1, said(State.VALIDATED, "2026-11-16"), THURSDAY))));
    }

    @Test
    public void puttingOffTheDateAfterItHasPassedDoesNotHelpAndBeforeItDoes() {
        History late = decision(1).created(BEFORE).hypothesis(1, open("2026-11-17"), BEFORE).hypothesis(1, open(LATER), WEDNESDAY);
        assertEquals("0.0000", value(figure(late)));
        History early = decision(1).created(BEFORE).hypothesis(1, open("2026-11-17"), BEFORE).hypothesis(1, open(LATER), TUESDAY);
        assertEquals("n/a", value(figure(early)));
    }

    @Test
    public void aDateThatWasOverWhenItWasSetCountsInTheWeekInWhichItWasSet() {
        assertUnproven("before its day was over", decision(1).created(BEFORE).hypothesis(1, open("2026-11-17"), BEFORE)
                .hypothesis(1, open("2026-11-15"), TUESDAY));
        assertUnproven("from the beginning", decision(1).created(BEFORE).hypothesis(1, open("2026-11-04"), WEDNESDAY));
        assertUnproven("once the verdict was taken back", decision(1).created(BEFORE).hypothesis(1, open("2026-11-13"), BEFORE)
                .hypothesis(1, said(State.VALIDATED, "2026-11-13"), LAST_SUNDAY).hypothesis(1, open("2026-11-13"), TUESDAY));
        assertEquals("a slip of the pen", "n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open("2025-12-20"), TUESDAY)
                .hypothesis(1, open(LATER), WEDNESDAY))));
        assertEquals("in no week after", "n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open("2026-10-04"), BEFORE))));
        assertEquals("and in none before", "n/a",
                value(figure(decision(1).created(BEFORE).hypothesis(1, open("2026-11-04"), NEXT_MONDAY))));
    }

    private static void assertUnproven(String what, History history) {
        Figure figure = figure(history);
        assertEquals(what, List.of("0.0000", "1", "0.0000"), List.of(value(figure), secondary(figure, "unproven"),
                secondary(figure, "coverage")));
    }

    @Test
    public void aVerdictThatCameEarlyIsNotDueAgainOnItsCheckDate() {
        Figure figure = figure(decision(1).created(BEFORE).evidence(11, 1, BEFORE)
                .hypothesis(1, said(State.VALIDATED, "2026-11-20"), LAST_SUNDAY));
        assertEquals(List.of("n/a", "n/a"), List.of(value(figure), secondary(figure, "coverage")));
    }

    @Test
    public void aVerdictThatIsTakenBackAndGivenAgainStandsSinceThen() {
        assertEquals("0.0000", value(figure(decision(1).created(BEFORE).hypothesis(1, said(State.INVALIDATED, LATER), BEFORE)
                .hypothesis(1, open(LATER), LAST_SUNDAY).hypothesis(1, said(State.INVALIDATED, LATER), TUESDAY))));
    }

    @Test
    public void anInconclusiveOneNeedsANewCheckDate() {
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open("2026-11-17"), BEFORE)
                .hypothesis(1, said(State.INCONCLUSIVE, LATER), WEDNESDAY))));
        for (String kept : List.of("2026-11-17", "2026-11-18", LATER)) {
            assertEquals(kept, "0.0000", value(figure(decision(1).created(BEFORE).hypothesis(1, open(kept), BEFORE)
                    .hypothesis(1, said(State.INCONCLUSIVE, kept), WEDNESDAY))));
        }
        assertEquals("later in the week", "n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open("2026-11-20"), BEFORE)
                .hypothesis(1, said(State.INCONCLUSIVE, "2026-11-20"), WEDNESDAY)
                .hypothesis(1, said(State.INCONCLUSIVE, LATER), THURSDAY))));
        assertEquals("the new date has passed as well", "0.0000", value(figure(decision(1).created(BEFORE)
                .hypothesis(1, open("2026-11-17"), BEFORE).hypothesis(1, said(State.INCONCLUSIVE, "2026-11-20"), WEDNESDAY))));
    }

    @Test
    public void asksForEvidenceOfTheSameHypothesisThatIsStillThere() {
        History proven = decision(1).created(BEFORE).hypothesis(1, said(State.VALIDATED, LATER), TUESDAY);
        assertEquals("0.0000", value(figure(proven)));
        assertEquals("0.0000", value(figure(proven.evidence(11, 2, TUESDAY))));
        assertEquals("1.0000", value(figure(proven.evidence(11, 1, WEDNESDAY))));
        assertEquals("0.0000", value(figure(proven.noEvidence(11, 1, THURSDAY))));
    }

    @Test
    public void leavesOutWhatIsGone() {
        assertEquals("n/a", value(figure(decision(1).created(BEFORE).hypothesis(1, open("2026-11-17"), BEFORE).deleted(THURSDAY),
                decision(2).created(BEFORE).hypothesis(2, open("2026-11-17"), BEFORE).to("status:10077", WEDNESDAY),
                decision(3).created(BEFORE).hypothesis(3, open("2026-11-17"), BEFORE).noHypothesis(3, open("2026-11-17"), THURSDAY))));
    }

    @Test
    public void saysInHowManyReviewsOnePersonAnsweredForTheDecision() {
        Figure figure = figure(decision(1).created(BEFORE).to("IN_REVIEW", BEFORE),
                decision(2).created(BEFORE).to("IN_REVIEW", BEFORE).owner("somebody", TUESDAY),
                decision(3).ownedBy("").created(BEFORE).to("IN_REVIEW", TUESDAY).to("DECIDED", WEDNESDAY),
                decision(4).created(BEFORE).to("IN_REVIEW", TUESDAY).to("DRAFT", WEDNESDAY).owner("somebody", WEDNESDAY)
                        .to("IN_REVIEW", THURSDAY),
                decision(5).created(BEFORE).to("IN_REVIEW", BEFORE).to("DECIDED", LAST_SUNDAY),
                decision(6).created(BEFORE).to("IN_REVIEW", NEXT_MONDAY));
        assertEquals("0.6000", secondary(figure, "owner-clarity"));
    }

    /** The node that recorded it was two seconds ahead of the one that took the verdict and the evidence. */
    @Test
    public void ordersWhatBecameOfARowByItsVersionsAndNotByClocks() {
        History history = decision(1).created(BEFORE)
                .row("record-1-1", Item.RECORD, "1", "", RecordParts.text(open(LATER)), "2026-11-17T10:00:02")
                .row("record-1-2", Item.RECORD, "1", "", RecordParts.text(said(State.VALIDATED, LATER)), TUESDAY)
                .row("record-2-10", Item.RECORD, "2", "", RecordParts.text(testing(1)), TUESDAY)
                .row("record-2-9", Item.RECORD, "2", "", RecordParts.text(testing(7)), "2026-11-17T10:00:02");
        assertEquals("1.0000", value(figure(history)));
    }

    private static Evidence testing(long hypothesis) {
        return new Evidence("Figures", Evidence.Source.LINK, "https://example.org/pilot", Optional.empty(), Optional.of(hypothesis));
    }

    private static Hypothesis open(String checkDate) {
        return Hypothesis.open("Guests leave", "Figures", LocalDate.parse(checkDate));
    }

    private static Hypothesis said(State state, String checkDate) {
        return open(checkDate).with(state, "Seen");
    }

    private static Figure figure(History... histories) {
        return ProjectedMetrics.figure(Metrics.VALIDATED_HYPOTHESIS_RATIO, histories);
    }
}
