package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.opensymphony.workflow.loader.ActionDescriptor;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import org.decisiongates.jira.gate.GateValidator;

public class GatedTypesTest {

    private static final String GATE = validator(GateValidator.class.getName());
    private static final String RESULT = "old-status=\"Open\" status=\"Open\" step=\"1\"";

    @Test
    public void findsAGateWhereverTheEngineAsksOne() throws Exception {
        String ofResult = "<validators>" + GATE + "</validators>";
        for (Map.Entry<String, Boolean> row : Map.of(
                action(GATE, "", ""), true,
                action(validator("\n  " + GateValidator.class.getName() + "\n"), "", ""), true,
                action("", ofResult, ""), true,
                action("", "", ofResult), true,
                action(validator("com.example.Permitted"), "", ""), false,
                action("", "", ""), false).entrySet()) {
            assertEquals(row.getKey(), row.getValue(), isGated(row.getKey()));
        }
    }

    private static boolean isGated(String action) throws Exception {
        Element element = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(action)))
                .getDocumentElement();
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn("Changes");
        when(workflow.getAllActions()).thenReturn(List.of(new ActionDescriptor(element)));
        WorkflowManager workflows = mock(WorkflowManager.class);
        when(workflows.getWorkflow(10000L, "10005")).thenReturn(workflow);
        return new GatedTypes(workflows).contains(10000L, "10005");
    }

    private static String action(String ofAction, String ofConditionalResult, String ofUnconditionalResult) {
        return "<action id=\"11\" name=\"Release\"><validators>" + ofAction + "</validators><results><result " + RESULT
                + "><conditions type=\"AND\"><condition type=\"class\"><arg name=\"class.name\">com.example.Always</arg>"
                + "</condition></conditions>"
                + ofConditionalResult + "</result><unconditional-result " + RESULT + ">" + ofUnconditionalResult
                + "</unconditional-result></results></action>";
    }

    private static String validator(String className) {
        return "<validator type=\"class\"><arg name=\"class.name\">" + className + "</arg></validator>";
    }
}
