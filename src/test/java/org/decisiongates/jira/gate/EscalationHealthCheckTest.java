package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.jira.platform.search.OpenIssuesByDueDate;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class EscalationHealthCheckTest {

    private static final String PATH = "customfield_10400";
    private static final PolicyRule OF_PEOPLE = PolicyRule.of("has-escalation-path").with(Map.of("people", PATH));

    private final Policies policies = mock(Policies.class);
    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final JiraFields fields = mock(JiraFields.class);
    private final OpenIssuesByDueDate open = mock(OpenIssuesByDueDate.class);
    private final CustomField path = mock(CustomField.class);
    private final ApplicationUser maya = user("maya", "Maya Chen", true);
    private final ApplicationUser lee = user("lee", "Lee Verwood", false);
    private final EscalationHealthCheck check = new EscalationHealthCheck(policies, inUse, fields, open);

    @Before
    public void setUp() {
        when(path.getFieldName()).thenReturn("Escalation");
        when(fields.custom(new Field(PATH))).thenReturn(Optional.of(path));
        when(inUse.of(any())).thenReturn(List.of());
        inForce(Scope.GLOBAL, OF_PEOPLE);
    }

    @Test
    public void findsNothingWhileEverybodyInAPathIsActive() {
        found(issue("SHOP-1", List.of(maya)), issue("SHOP-2", null), issue("SHOP-3", maya));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesWhoeverHasLeftAndHowManyPathsNameThem() {
        found(issue("SHOP-3", List.of(maya, lee)), issue("SHOP-2", lee), issue("SHOP-1", List.of(maya)));
        assertEquals(List.of(HealthFinding.warning("escalation.inactive", "Lee Verwood", "Escalation", 2, "SHOP-2")),
                check.findings(Scope.GLOBAL));
    }

    @Test
    public void searchesForNothingWhereNoRuleReadsPeople() {
        inForce(Scope.GLOBAL, PolicyRule.of("has-escalation-path"), PolicyRule.of("has-owner"));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        inForce(Scope.GLOBAL, PolicyRule.of("has-escalation-path").with(Map.of("people", "customfield_1")));
        when(fields.custom(new Field("customfield_1"))).thenReturn(Optional.empty());
        assertEquals("a field that is gone is another finding", List.of(), check.findings(Scope.GLOBAL));
        inForce(Scope.of(2), OF_PEOPLE);
        assertEquals("of another project", List.of(), check.findings(Scope.of(1)));
        verify(open, never()).in(any());
    }

    private void found(Issue... issues) {
        when(open.in(Scope.GLOBAL)).thenReturn(Arrays.asList(issues));
    }

    private void inForce(Scope scope, PolicyRule... rules) {
        when(policies.inForce()).thenReturn(new PoliciesInForce(List.of(new Policy(new PolicyVersion(scope, "blocker", 1), "Blockers",
                "blocker", false, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("escalated", "Escalated", Optional.empty(), Enforcement.ENFORCE, List.of(rules))), List.of())),
                List.of()));
    }

    private Issue issue(String key, Object people) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn(key);
        when(issue.getCustomFieldValue(path)).thenReturn(people);
        return issue;
    }

    private static ApplicationUser user(String key, String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getDisplayName()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        return user;
    }
}
