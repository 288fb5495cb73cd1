package org.decisiongates.policy.rules;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.LinkedScopeChange;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.RuleResult;

public class ScopeChangeTest {

    private static final EvaluationContext NOW = EvaluationContext.of(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @Test
    public void namesWhatWasChangedAndWhatEachScopeChangeLacks() {
        assertEquals(List.of("too-early [criteria, due date, SHOP-11]", "no-owner [criteria, due date, SHOP-13, SHOP-14]",
                "hidden [criteria, due date, 2]"),
                findings(linked("SHOP-14", Standing.NO_OWNER), linked("SHOP-13", Standing.NO_OWNER), linked("SHOP-12", Standing.COVERS),
                        linked("SHOP-11", Standing.TOO_EARLY), hidden(Standing.NO_IMPACT), hidden(Standing.NOT_DECIDED),
                        hidden(Standing.COVERS)));
    }

    @Test
    public void asksForOneWhereThoseThatAreThereCoverSomethingElse() {
        assertEquals(List.of("missing [criteria, due date]"), findings(linked("SHOP-12", Standing.COVERS)));
    }

    @Test
    public void saysNothingOfWhatIsNoDecision() {
        IssueSnapshot task = IssueSnapshot.EMPTY.with(Field.ISSUE_TYPE, new Choice("10002", "Task"))
                .scoped(ApprovedScope.of(ApprovedScope.State.CHANGED));
        assertEquals(RuleResult.Status.NOT_APPLICABLE, new ScopeChange().evaluate(task, NOW).status());
    }

    private static LinkedScopeChange linked(String key, Standing standing) {
        return new LinkedScopeChange(Optional.of(key), standing);
    }

    private static LinkedScopeChange hidden(Standing standing) {
        return new LinkedScopeChange(Optional.empty(), standing);
    }

    private static List<String> findings(LinkedScopeChange... linked) {
        return new ScopeChange()
                .evaluate(IssueSnapshot.EMPTY.scoped(ApprovedScope.changed(List.of(SealedSection.CRITERIA, SealedSection.DUE_DATE),
                        List.of(), List.of(linked))), NOW)
                .findings().stream().map(finding -> finding.key().replace("decision-gates.rule.scope-change.", "") + " "
                        + finding.message().arguments())
                .toList();
    }
}
