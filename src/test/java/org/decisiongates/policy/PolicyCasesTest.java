package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.rules.Rules;

public class PolicyCasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final IssueSnapshot PAST = IssueSnapshot.EMPTY.with(Field.DUE_DATE, DAY.minusDays(1)).inGroup("ann", "leads");

    @Test
    public void comparesWhatTheGateSaysWithWhatIsExpected() {
        PolicyRule bound = PolicyRule.of("has-owner").when(When.all(RuleCondition.actorIsIn("leads")));
        Policy policy = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(new PolicyGate("decide", "Decide", Optional.empty(), Enforcement.EVALUATE,
                        List.of(bound, PolicyRule.of("has-due-date"), PolicyRule.of("has-due-date").with(Map.of("horizon-days", "1"))))),
                List.of(testing(Optional.of("ann"), Set.of(Field.DUE_DATE),
                        Map.of("has-owner", Status.FAILED, "has-due-date", Status.FAILED)),
                        testing(Optional.of("ann"), Set.of(), Map.of("has-due-date", Status.PASSED)),
                        testing(Optional.empty(), Set.of(), Map.of("has-owner", Status.NOT_EVALUABLE)),
                        testing(Optional.of("bob"), Set.of(), Map.of("has-owner", Status.FAILED))));
        List<PolicyCases.Outcome> outcomes = PolicyCases.run(policy, Rules::of);
        assertEquals(List.of(true, true, true, false), outcomes.stream().map(PolicyCases.Outcome::isAsExpected).toList());
        assertEquals(Map.of("has-owner", Status.NOT_APPLICABLE), outcomes.get(3).actual());
    }

    @Test
    public void expectsNothingOfAGateThatIsGone() {
        Policy policy = new Policy(new PolicyVersion("decision", 1), "Decision", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(), List.of(),
                List.of(testing(Optional.empty(), Set.of(), Map.of("has-owner", Status.PASSED))));
        assertEquals(false, PolicyCases.run(policy, Rules::of).get(0).isAsExpected());
    }

    private static PolicyCase testing(Optional<String> actor, Set<Field> changes, Map<String, Status> expected) {
        return new PolicyCase("a case", "decide", PAST, DAY, actor, changes, "", expected);
    }
}
