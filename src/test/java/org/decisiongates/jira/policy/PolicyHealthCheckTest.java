package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.gate.GateFormatter;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.When;

public class PolicyHealthCheckTest {

    private static final String PAGE = "/plugins/servlet/decision-gates/policies";

    private final Policies policies = mock(Policies.class);
    private final PolicyBypasses bypasses = mock(PolicyBypasses.class);
    private final PolicyUsages usages = mock(PolicyUsages.class);
    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final HostNames names = mock(HostNames.class);
    private final UserManager users = mock(UserManager.class);
    private final PolicyHealthCheck check = new PolicyHealthCheck(policies, bypasses, usages, inUse, names, users,
            mock(GateFormatter.class));

    @Before
    public void setUp() {
        Project shop = mock(Project.class);
        when(shop.getKey()).thenReturn("SHOP");
        when(inUse.projects(Scope.of(1))).thenReturn(List.of(shop));
        when(usages.workflowsOf(any())).thenReturn(workflow -> workflow.equals("Changes"));
        when(names.nameOf(any())).thenReturn(Optional.of("there"));
    }

    @Test
    public void findsNothingWhileAllIsThere() {
        inForce(policy(Scope.GLOBAL, "board"));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesWhatIsGoneAndWhereThePolicyIsEdited() {
        when(names.nameOf(any())).thenReturn(Optional.empty());
        inForce(policy(Scope.GLOBAL, "board"));
        assertEquals(List.of(HealthFinding.error("policies.gone.group", "Changes", "board").fixedAt(PAGE + "?key=changes")),
                check.findings(Scope.GLOBAL));
        inForce(policy(Scope.of(1), "board"));
        assertEquals(List.of(HealthFinding.error("policies.gone.group", "Changes", "board").fixedAt(PAGE + "?project=SHOP&key=changes")),
                check.findings(Scope.of(1)));
        assertEquals("of another project", List.of(), check.findings(Scope.of(2)));
    }

    /** The check of approvers does, with the approval. */
    @Test
    public void saysNothingOfPeopleWhoOnlyApprove() {
        when(names.nameOf(any())).thenReturn(Optional.of("there"));
        inForce(policy(Scope.GLOBAL, "board").approvedBy(new ApprovalTerms(List.of(new ApprovalRequirement("legal", "Legal", 1,
                new ApproverSources(List.of("gone"), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                Set.of(SealedSection.QUESTION), false)), true, 0)));
        when(names.nameOf(argThat(reference -> reference != null && reference.kind() == HostReference.Kind.PERSON)))
                .thenReturn(Optional.empty());
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesVersionsThatCannotBeRead() {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(), List.of(new PolicyVersion("changes", 7))));
        assertEquals(List.of(HealthFinding.error("policies.unreadable", "changes", 7).fixedAt(PAGE)), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesWaysRoundAGateInWorkflowsOfTheScope() {
        Policy policy = policy(Scope.GLOBAL, "board");
        inForce(policy);
        when(bypasses.of(any(), any(), any(), any())).thenReturn(List.of(round("Changes"), round("Elsewhere")));
        assertEquals(List.of(HealthFinding.warning("policies.bypass", "Changes", "Done", "Changes", "Skip").fixedAt(PAGE + "?key=changes")),
                check.findings(Scope.GLOBAL));
    }

    private void inForce(Policy policy) {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(policy), List.of()));
    }

    private static PolicyUsages.Usage round(String workflow) {
        return new PolicyUsages.Usage("changes", "done", workflow, 5, "Skip", true);
    }

    private static Policy policy(Scope scope, String group) {
        PolicyRule rule = PolicyRule.of("actor-in-group-or-role").with(Map.of("groups", group));
        return new Policy(new PolicyVersion(scope, "changes", 1), "Changes", "decision", false, WaiverTerms.NONE, ApprovalTerms.NONE,
                Map.of(),
                List.of(new PolicyGate("done", "Done", Optional.empty(), Enforcement.ENFORCE, List.of(rule))), List.of());
    }
}
