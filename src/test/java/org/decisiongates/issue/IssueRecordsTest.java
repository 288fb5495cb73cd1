package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class IssueRecordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Criterion FAST = new Criterion(7, "Pages open fast",
            Optional.of(new Criterion.Target(new BigDecimal("400"), "ms")), Optional.of("tester"), Criterion.State.OPEN);
    private static final Criterion SAFE = new Criterion(8, "No card number is logged", Optional.empty(), Optional.of("tester"),
            Criterion.State.VERIFIED);
    private static final Evidence RUN = new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/7", Optional.of(7L));
    private static final Evidence REVIEW = new Evidence("Review", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty());

    @Test
    public void sortRowsByKindAndKeepTheirOrderWithinOne() {
        TradeOff cost = new TradeOff("Guest checkout", "One flow for all", Optional.of("lead"));
        IssueRecords records = IssueRecords.of(List.of(RUN, SAFE, cost, FAST));

        assertEquals(List.of(SAFE, FAST), records.criteria());
        assertEquals(List.of(cost), records.tradeOffs());
        assertEquals(List.of(RUN), records.evidence());
        assertEquals(List.of(SAFE, FAST, cost, RUN, REVIEW), records.with(REVIEW).rows());
        assertEquals(List.of(), IssueRecords.NONE.rows());
    }

    @Test
    public void tellWhatSupportsACriterion() {
        IssueRecords records = IssueRecords.of(List.of(FAST, SAFE, RUN, REVIEW));

        assertEquals(List.of(RUN), records.supporting(FAST));
        assertEquals(List.of(), records.supporting(SAFE));
        assertEquals("nothing refers to what has no id", List.of(),
                records.with(new Evidence("x", Evidence.Source.LINK, "https://x.example.com", Optional.of(0L))).supporting(FAST.withId(0)));
    }

    @Test
    public void tellWhatTestsAHypothesis() {
        Hypothesis belief = Hypothesis.open("Guests leave", "Figures", DAY).withId(9);
        Evidence pilot = new Evidence("Pilot", Evidence.Source.LINK, "https://x.example.com", Optional.of(7L), Optional.of(9L));
        IssueRecords records = IssueRecords.of(List.of(pilot, belief, RUN, REVIEW));

        assertEquals(List.of(pilot), records.testing(belief));
        assertEquals(List.of(), records.testing(belief.withId(7)));
        assertEquals("nothing refers to what has no id", List.of(), IssueRecords.of(List.of(
                new Evidence("x", Evidence.Source.LINK, "https://x.example.com", Optional.empty(), Optional.of(0L))))
                .testing(belief.withId(0)));
        assertTrue(REVIEW.isOfTheWhole());
        assertFalse(pilot.isOfTheWhole());
    }

    @Test
    public void callAHypothesisOverdueUntilItHasAVerdict() {
        Hypothesis belief = Hypothesis.open("Guests leave", "Figures", DAY);
        for (Hypothesis.State state : Hypothesis.State.values()) {
            assertFalse(belief.with(state, "Seen").isOverdueOn(DAY));
            assertEquals(state.name(), !state.isVerdict(), belief.with(state, "Seen").isOverdueOn(DAY.plusDays(1)));
        }
    }

    @Test
    public void tellOnceWhatFollowsUpTheGaps() {
        Criterion gap = new Criterion(9, "Refunds", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE);

        assertEquals(List.of(12L), IssueRecords.of(List.of(gap.followedUpBy(12), gap.followedUpBy(12), gap, FAST.followedUpBy(13)))
                .followUps());
    }

    @Test
    public void acceptARiskOnlyWithAnApproverAndUntilItExpires() {
        Risk accepted = new Risk("Queues fill up", Risk.State.ACCEPTED, Optional.of("lead"), Optional.of(DAY));

        assertTrue(accepted.isAcceptedOn(DAY));
        assertFalse(accepted.isAcceptedOn(DAY.plusDays(1)));
        assertFalse(new Risk("x", Risk.State.ACCEPTED, Optional.empty(), Optional.of(DAY)).isAcceptedOn(DAY));
        assertFalse(new Risk("x", Risk.State.ACCEPTED, Optional.of("lead"), Optional.empty()).isAcceptedOn(DAY));
        assertFalse(new Risk("x", Risk.State.OPEN, Optional.of("lead"), Optional.of(DAY)).isAcceptedOn(DAY));
    }

    @Test
    public void completeACommunicationPlanWithAllItsParts() {
        assertTrue(new CommunicationPlan("Merchants", "Status page", Optional.of("support"), Optional.of(DAY)).isComplete());
        assertFalse(new CommunicationPlan("Merchants", "", Optional.of("support"), Optional.of(DAY)).isComplete());
        assertFalse(new CommunicationPlan("Merchants", "Status page", Optional.empty(), Optional.of(DAY)).isComplete());
        assertFalse(new CommunicationPlan("Merchants", "Status page", Optional.of("support"), Optional.empty()).isComplete());
    }

    @Test
    public void belongToTheirIssue() {
        Person tester = new Person("tester", "Tess", true, true);
        IssueSnapshot issue = IssueSnapshot.EMPTY.recording(FAST).recording(RUN).withAccount(tester);

        assertEquals(List.of(FAST, RUN), issue.records().rows());
        assertEquals(Optional.of(tester), issue.personWithKey("tester"));
        assertEquals(Optional.empty(), issue.personWithKey("lead"));
    }
}
