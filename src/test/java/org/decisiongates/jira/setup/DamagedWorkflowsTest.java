package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

import org.decisiongates.fixture.IssueViews;
import org.decisiongates.fixture.IssueViews.Item;
import org.decisiongates.fixture.Tree;
import org.decisiongates.jira.gate.GateArguments;
import org.decisiongates.jira.gate.GateValidator;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.rules.Rules;

/**
 * Damages the shipped workflows, reads them as the workflow engine does, and asks every gate that is left about an issue that lacks
 * everything: it refuses, or is one that is shipped like that. The seed is fixed; a failure prints what was damaged.
 */
public class DamagedWorkflowsTest {

    private static final int RUNS = 800;
    private static final Pattern ARGUMENT = Pattern.compile("\\s*<arg name=\"[^\"]*\">[^<]*</arg>");
    private static final Pattern OF_A_GATE = Pattern
            .compile("<arg name=\"(?:class\\.name|gate\\.key|gate\\.policy)\">(?:[^<]*GateValidator|[a-z-]+)</arg>");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final List<String> NONSENSE = List.of("", " ", "decision", "blocker", "open", "gate.rules", "gate.policy", "gate.key",
            "class.name", "has-owner", "has-owner,has-owner", "${issue}", "0", "-1", "&#9;", "&lt;b&gt;", "<b/>", "a".repeat(300));

    /** What became of a workflow. */
    private enum Outcome {
        /** The engine does not take it. */
        UNREADABLE,
        /** At least one validator is not ours any more: the engine fails, or asks another. */
        FEWER_GATES,
        /** Every gate is there. */
        EVERY_GATE
    }

    private final Random random = new Random(20261128);
    private final GateComposer composer = new GateComposer(new PoliciesInForce(ShippedPolicies.all(), List.of()), Rules::of);

    @Test
    public void neverLetThroughAnIssueThatLacksEverything() throws Exception {
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        Map<String, Integer> answers = new TreeMap<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            String file = Tree.text(Tree.RESOURCES.resolve("jira/setup/" + type.key() + "-workflow.xml"));
            List<Gate> shipped = gates(file, type);
            for (int run = 0; run < RUNS; run++) {
                String damaged = damaged(file);
                List<Gate> gates;
                try {
                    gates = gates(damaged, type);
                } catch (Exception e) {
                    seen.merge(Outcome.UNREADABLE, 1, Integer::sum);
                    continue;
                }
                seen.merge(gates.size() < shipped.size() ? Outcome.FEWER_GATES : Outcome.EVERY_GATE, 1, Integer::sum);
                for (Gate gate : gates) {
                    Item item = IssueViews.anEmptyItem();
                    Evaluation evaluation = Evaluator.evaluate(gate, item, item.context());
                    assertTrue(type + " run " + run + " passes by " + gate + ":\n" + damaged,
                            evaluation.blocks() || shipped.contains(gate));
                    answers.merge(evaluation.status().name(), 1, Integer::sum);
                }
            }
        }
        assertEquals(2 * RUNS, seen.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue("each is met often: " + seen + answers, seen.size() == 3 && seen.values().stream().allMatch(times -> times >= 200)
                && answers.get("ERROR") >= 200 && answers.get("FAILED") >= 200);
    }

    private String damaged(String file) {
        String damaged = file;
        for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
            damaged = damage(damaged);
        }
        return damaged;
    }

    private String damage(String file) {
        return switch (random.nextInt(8)) {
            case 0 -> at(file, random.nextInt(file.length()), 1, String.valueOf((char) (32 + random.nextInt(95))));
            case 1 -> at(file, random.nextInt(file.length()), random.nextInt(40), "");
            case 2 -> replaced(file, ARGUMENT, "");
            case 3 -> {
                Optional<MatchResult> argument = one(file, ARGUMENT);
                yield argument.map(found -> at(file, found.end(), 0, found.group())).orElse(file);
            }
            case 4 -> replaced(file, QUOTED, "\"" + oneOf(NONSENSE).replace("<b/>", "") + "\"");
            case 5 ->
                replaced(file, OF_A_GATE, "<arg name=\"" + oneOf(List.of("gate.rules", "gate.policy", "gate.key", "class.name")) + "\">"
                        + oneOf(NONSENSE) + "</arg>");
            case 6 -> swapped(file);
            default -> replaced(file, OF_A_GATE, "");
        };
    }

    private String swapped(String file) {
        String mark = "gate.swapped";
        return file.replace("\"gate.key\"", mark).replace("\"gate.policy\"", "\"gate.key\"").replace(mark, "\"gate.policy\"");
    }

    private String replaced(String file, Pattern what, String by) {
        return one(file, what).map(found -> at(file, found.start(), found.end() - found.start(), by)).orElse(file);
    }

    private Optional<MatchResult> one(String file, Pattern what) {
        List<MatchResult> all = what.matcher(file).results().toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(oneOf(all));
    }

    private static String at(String text, int start, int length, String by) {
        return text.substring(0, start) + by + text.substring(Math.min(text.length(), start + length));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The gates the engine would ask; throws where it would not read the workflow. */
    private List<Gate> gates(String xml, OwnIssueType type) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.setErrorHandler(new DefaultHandler());
        WorkflowDescriptor workflow = new WorkflowDescriptor(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        workflow.validate();
        List<ActionDescriptor> actions = new ArrayList<>();
        ((List<?>) workflow.getInitialActions()).forEach(action -> actions.add((ActionDescriptor) action));
        ((List<?>) workflow.getSteps()).stream().flatMap(step -> ((List<?>) ((StepDescriptor) step).getActions()).stream())
                .map(ActionDescriptor.class::cast).filter(action -> !actions.contains(action)).forEach(actions::add);
        return actions.stream().flatMap(action -> ((List<?>) action.getValidators()).stream())
                .map(validator -> (Map<?, ?>) ((ValidatorDescriptor) validator).getArgs())
                .filter(arguments -> GateValidator.class.getName().equals(String.valueOf(arguments.get("class.name")).strip()))
                .map(arguments -> {
                    Optional<PolicyReference> reference = GateArguments.reference(arguments);
                    return reference.map(named -> composer.gate(named, 10_000, type.key())).orElseGet(() -> GateArguments.read(arguments));
                }).toList();
    }
}
