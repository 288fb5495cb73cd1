package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.opensymphony.workflow.loader.ActionDescriptor;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.xml.sax.InputSource;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;

public class GateHealthCheckTest {

    private static final String OF_POLICY = "<arg name='gate.policy'>changes</arg><arg name='gate.key'>done</arg>";

    private final WorkflowsInUse inUse = mock(WorkflowsInUse.class);
    private final Policies policies = mock(Policies.class);
    private final GateFormatter formatter = mock(GateFormatter.class);
    private final JiraWorkflow workflow = mock(JiraWorkflow.class);
    private final GateHealthCheck check = new GateHealthCheck(inUse, policies, formatter);

    @Before
    public void setUp() {
        when(workflow.getName()).thenReturn("Changes");
        when(inUse.of(any())).thenReturn(List.of(workflow));
        when(formatter.faultOf(any(ConfiguredRule.class))).thenReturn("");
        inForce(gate("done", Enforcement.ENFORCE, PolicyRule.of("has-owner")));
    }

    @Test
    public void findsNothingInGatesThatCanBePassed() throws Exception {
        gates(OF_POLICY, "<arg name='gate.rules'>has-owner,has-due-date</arg>");
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesAGateThatNoPolicyHas() throws Exception {
        gates(OF_POLICY, OF_POLICY);
        inForce(gate("other", Enforcement.ENFORCE, PolicyRule.of("has-owner")));
        assertEquals("once for a transition", List.of(HealthFinding.error("gates.unknown", "Changes", "Close", "changes", "done")),
                check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesAGateWithoutRules() throws Exception {
        gates("");
        assertEquals(List.of(HealthFinding.error("gates.empty", "Changes", "Close")), check.findings(Scope.GLOBAL));
        gates(OF_POLICY);
        inForce(gate("done", Enforcement.ENFORCE));
        assertEquals(List.of(HealthFinding.error("gates.empty", "Changes", "Close")), check.findings(Scope.GLOBAL));
        inForce(gate("done", Enforcement.OFF));
        assertEquals("a gate that is off refuses nobody", List.of(), check.findings(Scope.GLOBAL));
    }

    @Test
    public void namesRulesThatRefuseEveryIssueAndWhy() throws Exception {
        when(formatter.faultOf(argThat((ConfiguredRule rule) -> rule != null && rule.name().equals("no-such-rule"))))
                .thenReturn("There is no rule no-such-rule.");
        List<HealthFinding> unusable = List
                .of(HealthFinding.error("gates.unusable", "Changes", "Close", "There is no rule no-such-rule."));
        gates("<arg name='gate.rules'>has-owner,no-such-rule</arg>");
        assertEquals(unusable, check.findings(Scope.GLOBAL));
        gates(OF_POLICY);
        inForce(gate("done", Enforcement.ADVISE, PolicyRule.of("no-such-rule")));
        assertEquals(unusable, check.findings(Scope.of(1)));
    }

    private void gates(String... arguments) throws Exception {
        StringBuilder validators = new StringBuilder();
        for (String each : arguments) {
            validators.append("<validator type='class'><arg name='class.name'>").append(GateValidator.class.getName()).append("</arg>")
                    .append(each).append("</validator>");
        }
        String xml = "<action id='5' name='Close'><validators>" + validators
                + "</validators><results><unconditional-result old-status='a' status='b' step='1'/></results></action>";
        when(workflow.getAllActions()).thenReturn(List.of(new ActionDescriptor(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement())));
    }

    private void inForce(PolicyGate gate) {
        when(policies.inForce())
                .thenReturn(new PoliciesInForce(List.of(new Policy(new PolicyVersion("changes", 1), "Changes", "10005", false,
                        WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(), List.of(gate), List.of())), List.of()));
    }

    private static PolicyGate gate(String key, Enforcement enforcement, PolicyRule... rules) {
        return new PolicyGate(key, key, Optional.empty(), enforcement, List.of(rules));
    }
}
