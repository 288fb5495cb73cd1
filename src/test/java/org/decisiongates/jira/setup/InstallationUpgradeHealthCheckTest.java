package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.ShippedPolicies;

/** What an installation lacks that was set up by an older version. */
public class InstallationUpgradeHealthCheckTest {

    private static final String WORKFLOWS = "/secure/admin/workflows/ListWorkflows.jspa";

    private final Setup setUp = mock(Setup.class);
    private final ScreenSteps screens = mock(ScreenSteps.class);
    private final WorkflowSteps workflows = mock(WorkflowSteps.class);
    private final ShippedWorkflowUpgrade upgrade = mock(ShippedWorkflowUpgrade.class);
    private final Policies policies = mock(Policies.class);
    private final JiraWorkflow there = mock(JiraWorkflow.class);
    private final InstallationUpgradeHealthCheck check = new InstallationUpgradeHealthCheck(setUp, screens, workflows, upgrade, policies);

    @Before
    public void setUpByThisVersion() throws Exception {
        when(policies.inForce()).thenReturn(new PoliciesInForce(ShippedPolicies.all(), List.of()));
        when(screens.nameOf(any(OwnScreen.class))).thenAnswer(call -> call.<OwnScreen>getArgument(0).label());
        when(screens.nameOf(anyString())).thenAnswer(call -> "Screen " + call.getArgument(0));
        when(there.getName()).thenReturn("Decision workflow (2)");
        when(workflows.installed(OwnIssueType.DECISION)).thenReturn(Optional.of(there));
        WorkflowDescriptor shipped = new WorkflowDescriptor(element("<workflow><initial-actions>" + xml(1, "Create", "", "")
                + "</initial-actions><global-actions>" + xml(5, "Reject", "rejected", "10100") + xml(6, "Cancel", "", "")
                + "</global-actions><steps><step id='1' name='Draft'/></steps></workflow>"));
        when(workflows.shipped(OwnIssueType.DECISION)).thenReturn(shipped);
        installed(action(5, "Turn down", "rejected", "10200"), action(6, "Cancel", "", ""), action(99, "Of mine", "", ""));
    }

    @Test
    public void findsNothingWhereAllIsAsThisVersionMakesIt() {
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesTheGateAndTheScreenOfATransitionThatLacksThem() throws Exception {
        installed(action(5, "Reject", "", ""), action(6, "Cancel", "in-review", ""));
        assertEquals(List.of(
                HealthFinding.warning("upgrade.gate", "Decision workflow (2)", "Reject", "decision", "rejected").fixedAt(WORKFLOWS),
                HealthFinding.warning("upgrade.screen", "Decision workflow (2)", "Reject", "Screen 10100").fixedAt(WORKFLOWS)),
                check.findings(Scope.GLOBAL));
        installed();
        assertEquals("a transition that was removed is missed by nobody", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void leadsToWhereTheAppExtendsAWorkflowThatNobodyHasChanged() throws Exception {
        installed(action(5, "Reject", "", ""));
        when(upgrade.isAddable(OwnIssueType.DECISION)).thenReturn(true);
        when(upgrade.count(OwnIssueType.DECISION)).thenReturn(2);
        assertEquals(List.of(HealthFinding.warning("upgrade.workflow", "Decision workflow (2)", "2")
                .fixedAt("/plugins/servlet/decision-gates/admin#decision-gates-upgrade")), check.findings(Scope.GLOBAL));
    }

    @Test
    public void asksForAGateInThePolicyBeforeInTheWorkflow() throws Exception {
        List<Policy> older = new ArrayList<>();
        for (Policy policy : ShippedPolicies.all()) {
            older.add(policy.withGates(policy.gates().stream().filter(gate -> !gate.key().equals("rejected")).toList()));
        }
        when(policies.inForce()).thenReturn(new PoliciesInForce(older, List.of()));
        installed(action(5, "Reject", "", "10100"));
        List<HealthFinding> findings = check.findings(Scope.GLOBAL);
        assertEquals(List.of("upgrade.policy-gate"), findings.stream().map(HealthFinding::key).toList());
        assertEquals("rejected", findings.get(0).arguments().get(2));
        when(policies.inForce()).thenReturn(PoliciesInForce.NONE);
        assertEquals("a policy that was removed is missed by nobody", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesFieldsThatScreensLack() {
        when(screens.missing(any())).thenReturn(List.of());
        when(screens.missing(OwnScreen.DECISION_REJECT)).thenReturn(List.of("Reason"));
        assertEquals(List.of(HealthFinding.warning("upgrade.screen-field", OwnScreen.DECISION_REJECT.label(), "Reason")
                .repairedBy(ScreenRepair.KEY)), check.findings(Scope.GLOBAL));
    }

    @Test
    public void saysNothingBeforeSetUpIsCompleteNorOfAProject() throws Exception {
        installed(action(5, "Reject", "", ""));
        assertEquals(List.of(), check.findings(Scope.of(10_000)));
        when(setUp.missing()).thenReturn(List.of("field.owner"));
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    private void installed(ActionDescriptor... actions) {
        when(there.getAllActions()).thenReturn(List.of(actions));
    }

    private static ActionDescriptor action(int id, String name, String gate, String screen) throws Exception {
        return new ActionDescriptor(element(xml(id, name, gate, screen)));
    }

    private static String xml(int id, String name, String gate, String screen) {
        String meta = screen.isEmpty() ? "" : "<meta name='jira.fieldscreen.id'>" + screen + "</meta>";
        String validators = gate.isEmpty() ? ""
                : "<validators><validator type='class'><arg name='gate.key'>" + gate + "</arg><arg name='gate.policy'>decision</arg>"
                        + "</validator></validators>";
        return "<action id='" + id + "' name='" + name + "'>" + meta + validators
                + "<results><unconditional-result old-status='a' status='b' step='1'/></results></action>";
    }

    private static Element element(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
