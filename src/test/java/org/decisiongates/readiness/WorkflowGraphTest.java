package org.decisiongates.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.WorkflowGraph.Edge;
import org.decisiongates.readiness.WorkflowGraph.Stage;
import org.decisiongates.readiness.WorkflowGraph.Status;

public class WorkflowGraphTest {

    private static final WorkflowGraph DECISION = graph("Draft", "Draft new", "In review", "Decided", "In delivery", "Live", "Closed done",
            "Rejected done", "Superseded done", "*Draft>In review", "*In review>Decided", "In review>Draft", "*Decided>In delivery",
            "*In delivery>Live", "Live>Closed", "Draft>Rejected", "In review>Rejected", "Draft>Superseded", "Decided>Superseded",
            "Live>Superseded", "*Decided>In review", "*In delivery>In review", "*Live>In review");
    private static final WorkflowGraph BLOCKER = graph("Open", "Open new", "Resolving", "Escalated", "Resolved done", "Accepted done",
            "Fallback done", "Open>Escalated", "*Open>Resolving", "Resolving>Escalated", "*Escalated>Resolving", "*Open>Resolved",
            "*Open>Accepted", "Open>Fallback", "*Resolving>Resolved", "*Resolving>Accepted", "Resolving>Fallback", "*Escalated>Resolved",
            "*Escalated>Accepted", "*Resolved>Open", "*Accepted>Open");

    @Test
    public void knowsWhatIsAheadOfADecision() {
        assertEquals(List.of("In review, Decided, In delivery, Live"), ahead(DECISION, "Draft"));
        assertEquals("what reopens is behind it", List.of("In delivery, Live"), ahead(DECISION, "Decided"));
        assertEquals("nothing is asked on the way from here", List.of(""), ahead(DECISION, "Live"));
        for (String end : List.of("Closed", "Rejected", "Superseded")) {
            assertEquals(end, List.of(""), ahead(DECISION, end));
        }
    }

    @Test
    public void takesEndsForAlternatives() {
        assertEquals(List.of("Resolving, Resolved", "Resolving, Accepted"), ahead(BLOCKER, "Open"));
        assertEquals(List.of("Resolved", "Accepted"), ahead(BLOCKER, "Resolving"));
        assertEquals(List.of("Resolved", "Accepted"), ahead(BLOCKER, "Escalated"));
        assertEquals("nobody has to reopen it", List.of(""), ahead(BLOCKER, "Resolved"));
    }

    @Test
    public void leadsNoIssueToAnEndThatOnlyAsksWhy() {
        Gate why = Gate.of(ConfiguredRule.of(Rules.of("has-reason").orElseThrow()));
        GatedTransition superseded = new GatedTransition(1, "Superseded", List.of(why));
        WorkflowGraph graph = new WorkflowGraph("A", List.of(new Status("A", Stage.TO_DO), new Status("B", Stage.DONE)),
                List.of(new Edge("A", "B", superseded)));

        assertEquals(new GatesAhead(List.of(superseded), List.of(List.of())), graph.ahead("A"));
    }

    @Test
    public void tellsOnlyWhatRefusesSomething() {
        Gate advice = Gate.of(ConfiguredRule.of(Rules.of("has-owner").orElseThrow()).enforced(Enforcement.ADVISE));
        GatedTransition advised = new GatedTransition(1, "advised", List.of(advice));
        WorkflowGraph graph = new WorkflowGraph("A", List.of(new Status("A", Stage.TO_DO), new Status("B", Stage.DONE)),
                List.of(new Edge("A", "B", advised)));

        assertEquals(new GatesAhead(List.of(), List.of(List.of())), graph.ahead("A"));
    }

    @Test
    public void knowsNoWayOnFromAStatusThatIsNotInTheWorkflow() {
        assertEquals(GatesAhead.NONE, DECISION.ahead("Elsewhere"));
    }

    /** Where everything leads everywhere, the stages and then the order of the workflow say what comes later. */
    @Test
    public void goesByTheOrderOfTheWorkflowWhereEverythingLeadsEverywhere() {
        List<String> parts = new ArrayList<>(List.of("To do new", "Doing", "Testing", "Done done"));
        List<String> names = List.of("To do", "Doing", "Testing", "Done");
        names.forEach(from -> names.stream().filter(to -> !to.equals(from)).forEach(to -> parts.add("*" + from + ">" + to)));
        WorkflowGraph graph = graph("To do", parts.toArray(String[]::new));

        assertEquals(List.of("Doing, Testing, Done"), ahead(graph, "To do"));
        assertEquals(List.of("Done"), ahead(graph, "Testing"));
        assertEquals(List.of(""), ahead(graph, "Done"));
    }

    /** Whatever the workflow: no status is passed twice, and no way passes more of what refuses something. */
    @Test
    public void findsTheLongestWaysThroughAnyWorkflow() {
        Random random = new Random(20261129);
        for (int run = 0; run < 500; run++) {
            List<String> parts = new ArrayList<>();
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                parts.add("S" + i + List.of(" new", "", " done").get(random.nextInt(3)));
            }
            for (int i = random.nextInt(20); i > 0; i--) {
                String edge = "S" + random.nextInt(size) + ">S" + random.nextInt(size);
                parts.add((random.nextBoolean() ? "*" : "") + edge);
            }
            WorkflowGraph graph = graph("S0", parts.toArray(String[]::new));
            for (int i = 0; i < size; i++) {
                List<List<GatedTransition>> ways = graph.ahead("S" + i).ways();
                assertTrue(parts.toString(), !ways.isEmpty() && ways.size() <= WorkflowGraph.MAX_WAYS);
                for (List<GatedTransition> way : ways) {
                    assertEquals(parts.toString(), way.size(), way.stream().map(GatedTransition::name).distinct().count());
                    assertEquals("as many on each: " + parts, ways.get(0).size(), way.size());
                    for (int next = 0; next < way.size(); next++) {
                        String behind = way.get(next).name();
                        assertEquals("the rest of a longest way is one from there on: " + parts, way.size() - next - 1,
                                graph.ahead(behind).ways().get(0).size());
                    }
                }
            }
        }
    }

    @Test
    public void staysSmallInAWorkflowOfManyAlternatives() {
        List<String> parts = new ArrayList<>(List.of("S0 new"));
        int layers = 30;
        IntStream.rangeClosed(1, layers).forEach(layer -> parts.addAll(List.of("S" + layer + "a", "S" + layer + "b")));
        for (String side : List.of("a", "b")) {
            parts.add("*S0>S1" + side);
            for (int layer = 1; layer < layers; layer++) {
                parts.add("*S" + layer + side + ">S" + (layer + 1) + "a");
                parts.add("*S" + layer + side + ">S" + (layer + 1) + "b");
            }
        }
        List<List<GatedTransition>> ways = graph("S0", parts.toArray(String[]::new)).ahead("S0").ways();

        assertEquals(WorkflowGraph.MAX_WAYS, ways.size());
        ways.forEach(way -> assertEquals(layers, way.size()));
    }

    private static List<String> ahead(WorkflowGraph graph, String status) {
        return graph.ahead(status).ways().stream().map(way -> String.join(", ", way.stream().map(GatedTransition::name).toList())).toList();
    }

    /**
     * Statuses as {@code Name}, {@code Name new} and {@code Name done}; transitions as {@code From>To}, with an asterisk if
     * gated, which are called as the status behind them is and ask what all into it ask.
     */
    private static WorkflowGraph graph(String created, String... parts) {
        Map<String, Stage> stages = Map.of("new", Stage.TO_DO, "done", Stage.DONE);
        List<Status> statuses = Arrays.stream(parts).filter(part -> !part.contains(">")).map(part -> {
            String last = part.substring(part.lastIndexOf(' ') + 1);
            return stages.containsKey(last) ? new Status(part.substring(0, part.lastIndexOf(' ')), stages.get(last))
                    : new Status(part, Stage.IN_PROGRESS);
        }).toList();
        List<Edge> edges = new ArrayList<>();
        for (String part : parts) {
            if (part.contains(">")) {
                String[] ends = part.replace("*", "").split(">");
                edges.add(new Edge(ends[0], ends[1],
                        new GatedTransition(edges.size() + 1, ends[1], part.startsWith("*") ? List.of(gate(ends[1])) : List.of())));
            }
        }
        return new WorkflowGraph(created, statuses, edges);
    }

    private static Gate gate(String message) {
        return Gate.of(ConfiguredRule.of(Rules.of("has-owner").orElseThrow(), Map.of(), Optional.of(message)));
    }
}
