package org.decisiongates.policy.rules;

import static org.decisiongates.fixture.IssueViews.NOW;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.LinkedIssue.Link;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleResult;

/**
 * Random graphs of issues that block and relate to each other, in cycles and more than once, some of them hidden, some moved to another
 * project. The seed is fixed; a failure prints the graph.
 */
public class LinkGraphTest {

    private static final int GRAPHS = 2_000;
    private static final List<String> TYPES = List.of("decision", "decision", "blocker", "10002");
    private static final String BLOCKS = "10000";

    private final Random random = new Random(20261128);

    /** An issue of the graph; the number of its links is what the others say. */
    private record Node(long id, String key, String type, IssueStatus status) {
    }

    /** A link of Jira: it has a source and a destination, and is seen from both. */
    private record Edge(String type, Node from, Node to) {
    }

    @Test
    public void saysTheSameWhoeverLooksAndNamesOnlyWhatTheySee() {
        int failed = 0;
        for (int run = 0; run < GRAPHS; run++) {
            List<Node> nodes = nodes();
            List<Edge> edges = edges(nodes);
            Set<Long> seen = nodes.stream().map(Node::id).filter(id -> random.nextBoolean()).collect(Collectors.toSet());
            for (Node node : nodes) {
                for (ConfiguredRule rule : rules()) {
                    RuleResult all = evaluate(rule, node, edges, ids(nodes));
                    RuleResult some = evaluate(rule, node, edges, seen);
                    RuleResult none = evaluate(rule, node, edges, Set.of());
                    String what = rule.name() + " of " + node + " in " + edges;
                    assertEquals(what, all.status(), some.status());
                    assertEquals(what, all.status(), none.status());
                    for (Node other : nodes) {
                        assertFalse(what, !seen.contains(other.id()) && says(some, other));
                        assertFalse(what, says(none, other));
                    }
                    failed += all.status() == RuleResult.Status.FAILED ? 1 : 0;
                }
            }
        }
        assertTrue(failed + " failures", failed > 1_000);
    }

    @Test
    public void namesOrCountsEachOpenDecisionThatBlocksExactlyOnce() {
        ConfiguredRule rule = ConfiguredRule.of(NoOpenBlockingDecision.DEFINITION);
        for (int run = 0; run < GRAPHS; run++) {
            List<Node> nodes = nodes();
            List<Edge> edges = edges(nodes);
            Set<Long> seen = nodes.stream().map(Node::id).filter(id -> random.nextBoolean()).collect(Collectors.toSet());
            Node node = nodes.get(random.nextInt(nodes.size()));
            Set<Node> blocking = edges.stream().filter(edge -> edge.type().equals(BLOCKS) && edge.to().equals(node)).map(Edge::from)
                    .filter(other -> other.type().equals("decision") && Set.of("DRAFT", "IN_REVIEW", "none")
                            .contains(other.status().phase().orElse("none")))
                    .collect(Collectors.toCollection(HashSet::new));
            Map<Boolean, List<Node>> expected = blocking.stream().collect(Collectors.partitioningBy(other -> seen.contains(other.id())));

            RuleResult result = evaluate(rule, node, edges, seen);

            assertEquals(edges.toString(), expected.get(true).size(), result.findings().stream()
                    .filter(finding -> finding.key().endsWith(".missing")).flatMap(finding -> finding.message().arguments().stream())
                    .mapToInt(names -> names.toString().split(", ").length).sum());
            assertEquals(edges.toString(), expected.get(false).size(), result.findings().stream()
                    .filter(finding -> finding.key().endsWith(".hidden")).flatMap(finding -> finding.message().arguments().stream())
                    .mapToInt(count -> Integer.parseInt(count.toString())).sum());
            assertEquals(blocking.isEmpty(), result.status() == RuleResult.Status.PASSED);
        }
    }

    @Test
    public void saysTheSameOfIssuesThatWereMoved() {
        for (int run = 0; run < GRAPHS; run++) {
            List<Node> nodes = nodes();
            List<Edge> edges = edges(nodes);
            Map<Long, Node> moved = new TreeMap<>();
            nodes.forEach(node -> moved.put(node.id(), new Node(node.id(), "NEW-" + node.id(), node.type(), node.status())));
            List<Edge> after = edges.stream().map(edge -> new Edge(edge.type(), moved.get(edge.from().id()), moved.get(edge.to().id())))
                    .toList();
            Node node = nodes.get(random.nextInt(nodes.size()));
            for (ConfiguredRule rule : rules()) {
                RuleResult before = evaluate(rule, node, edges, ids(nodes));
                RuleResult now = evaluate(rule, moved.get(node.id()), after, ids(nodes));
                assertEquals(before.status(), now.status());
                assertEquals(before.findings().toString().replace("SHOP-", "NEW-"), now.findings().toString());
            }
        }
    }

    private static List<ConfiguredRule> rules() {
        return Rules.all().stream().filter(definition -> definition.needs().contains(Need.LINKS)).map(LinkGraphTest::configured).toList();
    }

    private static ConfiguredRule configured(RuleDefinition definition) {
        return ConfiguredRule.of(definition, Map.of(), Optional.empty());
    }

    private static boolean says(RuleResult result, Node other) {
        return result.findings().stream().map(Finding::message).flatMap(message -> message.arguments().stream())
                .anyMatch(argument -> argument.toString().matches(".*(" + other.key() + "\\b|" + other.status().name() + "\\b).*"));
    }

    private static RuleResult evaluate(ConfiguredRule rule, Node node, List<Edge> edges, Set<Long> seen) {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (Edge edge : edges) {
            if (edge.to().equals(node)) {
                issue = issue.linkedTo(end(edge.from(), new Link(edge.type(), false, edge.type().equals(BLOCKS)), seen));
            }
            if (edge.from().equals(node)) {
                issue = issue.linkedTo(end(edge.to(), new Link(edge.type(), true, false), seen));
            }
        }
        return rule.rule().evaluate(issue, NOW);
    }

    private static LinkedIssue end(Node other, Link link, Set<Long> seen) {
        return seen.contains(other.id()) ? LinkedIssue.visible(link, other.id(), other.key(), other.type(), other.status())
                : LinkedIssue.hidden(link, other.id(), other.type(), other.status());
    }

    private static Set<Long> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }

    private List<Node> nodes() {
        return IntStream.rangeClosed(1, 2 + random.nextInt(5)).mapToObj(id -> {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            DecisionPhase phase = DecisionPhase.values()[random.nextInt(DecisionPhase.values().length)];
            boolean stands = type.equals("decision") && random.nextInt(5) > 0;
            return new Node(id, "SHOP-" + id, type,
                    new IssueStatus("s" + id, "Status" + id, stands ? Optional.of(phase.name()) : Optional.empty()));
        }).toList();
    }

    private List<Edge> edges(List<Node> nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int i = random.nextInt(3 * nodes.size()); i > 0; i--) {
            Node from = nodes.get(random.nextInt(nodes.size()));
            Node to = nodes.get(random.nextInt(nodes.size()));
            // Jira links no issue to itself, and two issues once a type
            Edge edge = new Edge(random.nextBoolean() ? BLOCKS : ExampleLinks.RELATES, from, to);
            if (!from.equals(to) && !edges.contains(edge)) {
                edges.add(edge);
            }
        }
        return edges;
    }
}
