package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.Issue;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class ParsedGatesTest {

    private static final Map<String, String> REVIEW = Map.of("gate.policy", "decision", "gate.key", "in-review");

    private final Policies policies = mock(Policies.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final ParsedGates gates = new ParsedGates(policies, types);

    @Before
    public void setUp() {
        when(types.typeOf(any(), any())).thenCallRealMethod();
    }

    @Test
    public void readsWhatIsStoredOnce() {
        Map<String, String> arguments = Map.of("gate.rules", "has-owner", "has-owner.field", "assignee");
        Gate gate = of(arguments);

        assertSame(gate, of(new TreeMap<>(arguments)));
        assertSame(gate.settingsHash(), of(new HashMap<>(arguments)).settingsHash());
        assertEquals(GateArguments.read(arguments), gate);
    }

    @Test
    public void readsAnotherGateWhenAnArgumentDiffers() {
        Map<String, Object> arguments = new HashMap<>(Map.of("gate.rules", "has-owner"));
        Gate gate = of(arguments);
        arguments.put("has-owner.field", "assignee");

        assertNotEquals(gate, of(arguments));
        assertEquals(gate, of(Map.of("gate.rules", "has-owner")));
    }

    @Test
    public void takesArgumentsWithoutAValue() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("gate.rules", null);

        assertSame(of(arguments), of(arguments));
    }

    @Test
    public void readsAgainWhatIsNoText() {
        StringBuilder rules = new StringBuilder("has-owner");
        Map<String, Object> arguments = Map.of("gate.rules", rules);
        Gate gate = of(arguments);
        rules.append(",has-due-date");

        assertNotEquals(gate, of(arguments));
        assertEquals(0, gates.size());
    }

    @Test
    public void keepsABoundedNumber() {
        for (int i = 0; i < 3 * ParsedGates.MAX; i++) {
            of(Map.of("gate.rules", "has-owner", "has-owner.message", "Message " + i));
        }

        assertTrue(Integer.toString(gates.size()), gates.size() <= ParsedGates.MAX);
    }

    @Test
    public void composesWhatPoliciesAskOnceForAllProjectsWithoutPoliciesOfTheirOwn() {
        inForce(policy(Scope.GLOBAL, 1, "has-owner"), policy(Scope.of(10_001), 1, "has-fallback"));
        Gate gate = gates.of(REVIEW, issue(10_000, "10001"));

        assertEquals(List.of("has-owner"), namesOf(gate));
        assertSame(gate, gates.of(new TreeMap<>(REVIEW), issue(10_002, "10001")));
        assertEquals(List.of("has-fallback"), namesOf(gates.of(REVIEW, issue(10_001, "10001"))));
        assertEquals("what is stored, and two gates", 3, gates.size());
    }

    @Test
    public void composesAgainOnceOtherPoliciesAreInForce() {
        inForce(policy(Scope.GLOBAL, 1, "has-owner"));
        assertEquals(1, gates.of(REVIEW, issue(10_000, "10001")).policy().version());

        inForce(policy(Scope.GLOBAL, 2, "has-fallback"));

        Gate second = gates.of(REVIEW, issue(10_000, "10001"));
        assertEquals(2, second.policy().version());
        assertEquals(List.of("has-fallback"), namesOf(second));
        assertSame(second, gates.of(REVIEW, issue(10_000, "10001")));
    }

    @Test
    public void knowsTheAppsOwnTypesByTheirNames() {
        when(types.of(any(), eq("10100"))).thenReturn(Optional.of(OwnIssueType.DECISION));
        inForce(policy(Scope.GLOBAL, 1, "has-owner"));

        assertEquals(Optional.of(List.of("has-owner")), gates.ofPhase("IN_REVIEW", issue(10_000, "10100")).map(ParsedGatesTest::namesOf));
        assertEquals(Optional.empty(), gates.ofPhase("IN_REVIEW", issue(10_000, "10001")));
        assertEquals(Optional.empty(), gates.ofPhase("LIVE", issue(10_000, "10100")));
    }

    @Test
    public void refusesAPolicyThatIsNotThereAndRulesBesideOne() {
        inForce();
        assertEquals(List.of("decision-gates.gate.error.unknown-policy"), faultsOf(gates.of(REVIEW, issue(10_000, "10001"))));
        Map<String, String> both = new HashMap<>(REVIEW);
        both.put("gate.rules", "has-owner");
        assertEquals(List.of("decision-gates.gate.error.policy-and-rules"), faultsOf(gates.of(both, issue(10_000, "10001"))));
        Map<String, String> variable = Map.of("gate.policy", "${comment}", "gate.key", "in-review");
        assertEquals(List.of("decision-gates.gate.error.variable"), faultsOf(gates.of(variable, issue(10_000, "10001"))));
        assertEquals(List.of("decision-gates.gate.error.unknown-policy"),
                faultsOf(gates.of(Map.of("gate.key", "in-review"), issue(10_000, "10001"))));
    }

    private Gate of(Map<?, ?> arguments) {
        return gates.of(arguments, issue(10_000, "10001"));
    }

    private void inForce(Policy... some) {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(some), List.of()));
    }

    private static Policy policy(Scope scope, int version, String rule) {
        return new Policy(new PolicyVersion(scope, "decision", version), "Decision", "decision", false, WaiverTerms.NONE,
                ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("in-review", "Review", Optional.of("IN_REVIEW"), Enforcement.ENFORCE, List.of(PolicyRule.of(rule)))),
                List.of());
    }

    private static List<String> namesOf(Gate gate) {
        return gate.rules().stream().map(ConfiguredRule::name).toList();
    }

    private static List<String> faultsOf(Gate gate) {
        return gate.rules().stream().map(rule -> rule.rule().evaluate(null, null).findings().get(0).key()).toList();
    }

    private static Issue issue(long projectId, String typeId) {
        Issue issue = mock(Issue.class);
        when(issue.getProjectId()).thenReturn(projectId);
        when(issue.getIssueTypeId()).thenReturn(typeId);
        return issue;
    }
}
