package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.TextWithDays;

public class NotDisputedTest {

    private static final String KEY = "decision-gates.rule.not-disputed.";
    private static final EvaluationContext NOW = EvaluationContext.of(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final IssueSnapshot TASK = IssueSnapshot.EMPTY.with(Field.ISSUE_TYPE, new Choice("10002", "Task"));
    private static final LinkSelection ANY = new LinkSelection(List.of(), "either");

    @Test
    public void namesEachDisputedDecisionThatATaskDelivers() {
        IssueSnapshot task = TASK.linkedTo(ExampleLinks.related(12, DecisionPhase.DECIDED))
                .linkedTo(ExampleLinks.related(9, DecisionPhase.DRAFT)).linkedTo(ExampleLinks.blocking(9, DecisionPhase.DRAFT))
                .linkedTo(ExampleLinks.related(10, DecisionPhase.DECIDED)).linkedTo(ExampleLinks.relatedHidden(13, DecisionPhase.DECIDED))
                .disputed(since(12L, 20)).disputed(since(9L, 18)).disputed(since(13L, 1));
        assertSays(new NotDisputed(ANY), task, Finding.general(KEY + "linked",
                new TextWithDays(List.of("SHOP-9 (", LocalDate.of(2026, 11, 18), ")", ", SHOP-12 (", LocalDate.of(2026, 11, 20), ")"))),
                Finding.general(KEY + "hidden", "1"));
    }

    @Test
    public void saysAtOnceThatADecisionIsDisputedAndOneThatItDelivers() {
        IssueSnapshot decision = IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(12, DecisionPhase.DECIDED)).disputed(since(12L, 20))
                .disputed(new IssueDispute(Optional.empty(), LocalDate.of(2026, 11, 19)));
        assertSays(new NotDisputed(new LinkSelection(List.of(ExampleLinks.RELATES), "outward")), decision,
                Finding.general(KEY + "missing", LocalDate.parse("2026-11-19")), Finding.general(KEY + "linked",
                        new TextWithDays(List.of("SHOP-12 (", LocalDate.of(2026, 11, 20), ")"))));
        assertSays(new NotDisputed(new LinkSelection(List.of(ExampleLinks.RELATES), "inward")), decision,
                Finding.general(KEY + "missing", LocalDate.parse("2026-11-19")));
        assertSays(new NotDisputed(ANY), decision, Finding.general(KEY + "missing", LocalDate.parse("2026-11-19")));
    }

    @Test
    public void passesABlockerThatIsLinkedToADisputedDecision() {
        IssueSnapshot blocker = IssueSnapshot.EMPTY.with(Field.ISSUE_TYPE, new Choice("blocker", "Blocker"))
                .linkedTo(ExampleLinks.related(12, DecisionPhase.DECIDED)).disputed(since(12L, 20));
        assertSays(new NotDisputed(ANY), blocker);
    }

    private static IssueDispute since(long linked, int day) {
        return new IssueDispute(Optional.of(linked), LocalDate.of(2026, 11, day));
    }

    private static void assertSays(NotDisputed rule, IssueSnapshot issue, Finding... findings) {
        RuleResult result = rule.evaluate(issue, NOW);
        assertEquals(List.of(findings), result.findings());
        assertEquals(findings.length == 0 ? RuleResult.Status.PASSED : RuleResult.Status.FAILED, result.status());
    }
}
