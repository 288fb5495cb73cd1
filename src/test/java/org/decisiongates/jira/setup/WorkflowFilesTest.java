package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import org.decisiongates.fixture.Tree;
import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.jira.gate.GateValidator;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.rules.Rules;

public class WorkflowFilesTest {

    private static final int CREATE = 1;
    /** Settings of the shipped rules that name a field in which somebody writes with the transition. */
    private static final List<String> FIELDS = List.of("field", "reason", "rejected", "approver", "expiry");

    @Test
    public void haveAStepForEveryPhaseOfTheirType() throws Exception {
        for (OwnIssueType type : OwnIssueType.values()) {
            assertEquals(OwnStatus.all().stream().filter(status -> status.type() == type).map(status -> "@" + status.thing() + "@")
                    .collect(Collectors.toCollection(TreeSet::new)), new TreeSet<>(statuses(read(type)).values()));
        }
    }

    @Test
    public void leadToEveryPhase() throws Exception {
        for (OwnIssueType type : OwnIssueType.values()) {
            WorkflowDescriptor workflow = read(type);
            Set<Integer> reached = new TreeSet<>();
            Deque<Integer> open = new ArrayDeque<>(
                    List.of(((ActionDescriptor) workflow.getInitialActions().get(0)).getUnconditionalResult().getStep()));
            while (!open.isEmpty()) {
                int step = open.remove();
                if (reached.add(step)) {
                    actions(workflow.getStep(step)).forEach(action -> open.add(action.getUnconditionalResult().getStep()));
                }
            }
            assertEquals(type.label(), statuses(workflow).keySet(), reached);
        }
    }

    @Test
    public void holdGatesThatCanBeExamined() throws Exception {
        int gates = 0;
        for (OwnIssueType type : OwnIssueType.values()) {
            for (ActionDescriptor action : allActions(read(type))) {
                for (Object validator : action.getValidators()) {
                    Map<?, ?> arguments = ((ValidatorDescriptor) validator).getArgs();
                    assertEquals(GateValidator.class.getName(), arguments.get("class.name"));
                    assertEquals("org.decisiongates.decision-gatesgate-validator", arguments.get("full.module.key"));
                    Gate gate = new GateComposer(new PoliciesInForce(ShippedPolicies.all(), List.of()), Rules::of)
                            .gate(GateArguments.reference(arguments).orElseThrow(), 10_000, type.key());
                    assertTrue(action.getName(), !gate.rules().isEmpty() && gate.rules().stream().allMatch(ConfiguredRule::isSound));
                    assertShowsWhatItAsksFor(type, action, gate);
                    gates++;
                }
            }
        }
        assertEquals(
                "Decision: send for review, decide, start delivery, go live, reopen, reject, supersede; "
                        + "Blocker: create, start and resume resolving, escalate, resolve, accept, reopen",
                14,
                gates);
    }

    @Test
    public void askTheSameOnEveryWayIntoAPhase() throws Exception {
        for (OwnIssueType type : OwnIssueType.values()) {
            WorkflowDescriptor workflow = read(type);
            Map<Integer, Map<String, Set<String>>> waysByAnswer = new TreeMap<>();
            for (Object action : workflow.getInitialActions()) {
                note((ActionDescriptor) action, "", waysByAnswer);
            }
            for (Object step : workflow.getSteps()) {
                actions((StepDescriptor) step).forEach(action -> note(action, ((StepDescriptor) step).getName(), waysByAnswer));
            }
            waysByAnswer.forEach((phase, ways) -> assertEquals(
                    type.label() + " " + workflow.getStep(phase).getName() + " is entered by " + ways, 1, ways.size()));
        }
    }

    /** One more way into a phase, by what is asked on it. */
    private static void note(ActionDescriptor action, String from, Map<Integer, Map<String, Set<String>>> waysByAnswer) {
        assertEquals(action.getName() + " leads to one phase", List.of(), action.getConditionalResults());
        String gates = ((List<?>) action.getValidators()).stream()
                .map(validator -> GateArguments.reference(((ValidatorDescriptor) validator).getArgs()).orElseThrow().toString())
                .collect(Collectors.joining(" and "));
        waysByAnswer.computeIfAbsent(action.getUnconditionalResult().getStep(), phase -> new TreeMap<>())
                .computeIfAbsent(gates, same -> new TreeSet<>()).add(from + " > " + action.getName());
    }

    @Test
    public void nameOnlyScreensThatAreMade() throws Exception {
        Set<String> known = Stream.of(OwnScreen.values()).map(screen -> "@" + screen.thing() + "@").collect(Collectors.toSet());
        for (OwnIssueType type : OwnIssueType.values()) {
            for (ActionDescriptor action : allActions(read(type))) {
                Object screen = action.getMetaAttributes().get("jira.fieldscreen.id");
                assertEquals(action.getName(), screen == null ? "" : "fieldscreen", action.getView());
                assertTrue(action.getName(), screen == null || known.contains(screen.toString()));
            }
        }
    }

    /** A field somebody must fill in has to be where the question is put; what is recorded, linked or said in a comment has no field. */
    private static void assertShowsWhatItAsksFor(OwnIssueType type, ActionDescriptor action, Gate gate) {
        Object screen = ((Map<?, ?>) action.getMetaAttributes()).get("jira.fieldscreen.id");
        if (screen == null && action.getId() != CREATE) {
            return;
        }
        screen = screen == null ? "@screen." + type.key() + "-create@" : screen;
        Object name = screen;
        OwnScreen shown = Stream.of(OwnScreen.values()).filter(one -> name.equals("@" + one.thing() + "@")).findFirst().orElseThrow();
        // nothing is reopened on the way forward
        IntStream.range(0, gate.rules().size()).filter(rule -> gate.enforcementOf(rule) == Enforcement.ENFORCE)
                .mapToObj(rule -> gate.rules().get(rule))
                .filter(rule -> action.getName().equals("Reopen") || !rule.name().equals("has-reopening-reason"))
                .flatMap(rule -> FIELDS.stream().map(field -> rule.settings().getOrDefault(field, ""))).filter(field -> !field.isEmpty())
                .forEach(field -> assertTrue(action.getName() + " does not show " + field, shown.fields().contains(field)));
    }

    private static List<ActionDescriptor> allActions(WorkflowDescriptor workflow) {
        List<ActionDescriptor> actions = new ArrayList<>();
        ((List<?>) workflow.getInitialActions()).forEach(action -> actions.add((ActionDescriptor) action));
        ((List<?>) workflow.getSteps())
                .forEach(step -> actions((StepDescriptor) step).filter(action -> !actions.contains(action)).forEach(actions::add));
        return actions;
    }

    private static Stream<ActionDescriptor> actions(StepDescriptor step) {
        return ((List<?>) step.getActions()).stream().map(ActionDescriptor.class::cast);
    }

    private static Map<Integer, String> statuses(WorkflowDescriptor workflow) {
        Map<Integer, String> statuses = new HashMap<>();
        for (Object step : workflow.getSteps()) {
            statuses.put(((StepDescriptor) step).getId(), (String) ((StepDescriptor) step).getMetaAttributes().get("jira.status.id"));
        }
        return statuses;
    }

    /** Read as the workflow engine reads it, without asking the network for its grammar. */
    private static WorkflowDescriptor read(OwnIssueType type) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        Element root = builder.parse(new InputSource(new StringReader(file(type)))).getDocumentElement();
        WorkflowDescriptor workflow = new WorkflowDescriptor(root);
        workflow.validate();
        assertNotNull(workflow.getMetaAttributes().get("decision-gates"));
        return workflow;
    }

    private static String file(OwnIssueType type) throws IOException {
        return Tree.text(Tree.RESOURCES.resolve("jira/setup/" + type.key() + "-workflow.xml"));
    }
}
