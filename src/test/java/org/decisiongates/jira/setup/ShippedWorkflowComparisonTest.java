package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.opensymphony.workflow.loader.WorkflowDescriptor;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.xml.sax.InputSource;

import org.decisiongates.jira.setup.WorkflowTransitionUpgrade.Kind;

public class ShippedWorkflowComparisonTest {

    private static final String FUNCTION = "org.decisiongates.jira.gate.LinkSuccessorFunction";
    private static final Set<String> OWN = Set.of("100", "101", "102");
    private static final String LINK = function(FUNCTION);
    private static final String SHIPPED = workflow(screen("101") + validator("rejected"),
            screen("102") + validator("superseded"), LINK + function("com.example.Status"));
    private static final String EARLIER = workflow(screen("100"), "", function("com.example.Status"));

    @Test
    public void findsWhatAnEarlierWorkflowLacks() {
        ShippedWorkflowComparison comparison = comparison(EARLIER);
        assertTrue(comparison.isUnchanged());
        assertEquals(List.of(new WorkflowTransitionUpgrade(91, Kind.SCREEN, "101", "100"),
                new WorkflowTransitionUpgrade(91, Kind.GATE, "decision/rejected", ""),
                new WorkflowTransitionUpgrade(92, Kind.SCREEN, "102", ""),
                new WorkflowTransitionUpgrade(92, Kind.GATE, "decision/superseded", ""),
                new WorkflowTransitionUpgrade(92, Kind.FUNCTION, FUNCTION, "")),
                comparison.additions());
        assertEquals(List.of(), comparison(SHIPPED).additions());
        comparison.additions().forEach(addition -> assertEquals(addition, WorkflowTransitionUpgrade.read(addition.write())));
    }

    @Test
    public void addsItAndTakesItBackAgain() {
        WorkflowDescriptor target = read(EARLIER);
        ShippedWorkflowComparison comparison = comparison(EARLIER);
        comparison.add(target, comparison.additions());
        assertEquals("but for the mark of what was added", written(read(SHIPPED)),
                written(target).replaceAll("\\s*<arg name=\"gate.added-by\">decision-gates</arg>", ""));
        comparison.takeBack(target, comparison.additions());
        assertEquals(written(read(EARLIER)), written(target));
        comparison.takeBack(target, comparison.additions());
        assertEquals("again", written(read(EARLIER)), written(target));
    }

    @Test
    @SuppressWarnings("unchecked")
    public void leavesWhatWasChangedAfterItWasAdded() {
        WorkflowDescriptor target = read(EARLIER);
        ShippedWorkflowComparison comparison = comparison(EARLIER);
        comparison.add(target, comparison.additions());
        target.getAction(91).getMetaAttributes().put("jira.fieldscreen.id", "7");
        comparison.takeBack(target, comparison.additions());
        assertEquals("7", target.getAction(91).getMetaAttributes().get("jira.fieldscreen.id"));
        assertEquals(0, target.getAction(91).getValidators().size());
    }

    @Test
    public void tellsEveryChangeOfAnAdministratorButAName() {
        Map<String, String> changed = Map.of(
                "a validator of theirs", workflow(screen("100") + "<validators><validator type='class'><arg name='class.name'>x</arg>"
                        + "</validator></validators>", "", function("com.example.Status")),
                "a screen of theirs", workflow(screen("7"), "", function("com.example.Status")),
                "a function of theirs", workflow(screen("100"), "", function("com.example.Status") + function("com.example.Mail")),
                "a function taken out", workflow(screen("100"), "", ""),
                "another status", EARLIER.replace("<meta name='jira.status.id'>10001</meta>", "<meta name='jira.status.id'>3</meta>"),
                "another target", EARLIER.replace("status='Rejected' step='2'", "status='Rejected' step='1'"),
                "a condition", EARLIER.replace("<action id='91' name='Reject' view='fieldscreen'>",
                        "<action id='91' name='Reject' view='fieldscreen'><restrict-to><conditions type='AND'><condition type='class'>"
                                + "<arg name='class.name'>x</arg></condition></conditions></restrict-to>"),
                "a transition more", EARLIER.replace("<global-actions>",
                        "<global-actions><action id='5' name='Mine'><results><unconditional-result old-status='a' status='b' step='1'/>"
                                + "</results></action>"),
                "a transition less", EARLIER.replaceAll("<action id='92'.*?</action>", ""));
        changed.forEach((what, xml) -> assertFalse(what, comparison(xml).isUnchanged()));
        assertTrue("a name", comparison(EARLIER.replace("name='Reject'", "name='Turn down'")).isUnchanged());
    }

    private static ShippedWorkflowComparison comparison(String there) {
        return new ShippedWorkflowComparison(read(SHIPPED), read(there), OWN);
    }

    private static String workflow(String reject, String supersede, String functions) {
        return "<workflow><initial-actions>" + action(1, "Create", "", "", 1) + "</initial-actions><global-actions>"
                + action(91, "Reject", reject, "", 2) + action(92, "Supersede", supersede, functions, 2)
                + "</global-actions><steps><step id='1' name='Draft'><meta name='jira.status.id'>10000</meta></step>"
                + "<step id='2' name='Ended'><meta name='jira.status.id'>10001</meta></step></steps></workflow>";
    }

    private static String action(int id, String name, String more, String functions, int step) {
        String view = more.contains("fieldscreen") ? " view='fieldscreen'" : "";
        String after = functions.isEmpty() ? "" : "<post-functions>" + functions + "</post-functions>";
        return "<action id='" + id + "' name='" + name + "'" + view + ">" + more
                + "<results><unconditional-result old-status='Finished' status='" + (id == 91 ? "Rejected" : "Other") + "' step='" + step
                + "'>" + after + "</unconditional-result></results></action>";
    }

    private static String screen(String id) {
        return "<meta name='jira.fieldscreen.id'>" + id + "</meta>";
    }

    private static String validator(String gate) {
        return "<validators><validator type='class'><arg name='class.name'>org.decisiongates.jira.gate.GateValidator</arg>"
                + "<arg name='gate.key'>" + gate + "</arg><arg name='gate.policy'>decision</arg></validator></validators>";
    }

    private static String function(String type) {
        return "<function type='class'><arg name='class.name'>" + type + "</arg></function>";
    }

    private static WorkflowDescriptor read(String xml) {
        try {
            return new WorkflowDescriptor(DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(WorkflowDescriptor workflow) {
        StringWriter text = new StringWriter();
        workflow.writeXML(new PrintWriter(text), 0);
        return text.toString();
    }
}
