package org.decisiongates.readiness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.decisiongates.policy.Gate;

/**
 * A workflow as statuses and the transitions between them, and the ways on through it (ADR-0111). A transition leads on when its target
 * comes later: in a later stage; within one, further from where issues are created; and at the same distance, later in the workflow.
 * Whatever leads back, such as a transition that reopens, is not ahead of any issue.
 */
public final class WorkflowGraph {

    /** Of a workflow with more ways on that pass as many gates, the first are looked at. */
    static final int MAX_WAYS = 50;

    private final List<String> order;
    private final Map<String, List<Edge>> leadingOn;
    private final List<GatedTransition> enforcing;

    /** In which part of its workflow an issue is. */
    public enum Stage {
        TO_DO, IN_PROGRESS, DONE
    }

    /** @param id the host's id of the status */
    public record Status(String id, Stage stage) {
    }

    /**
     * A transition that issues of one status can make.
     *
     * @param from id of that status
     * @param to   id of the status behind it
     */
    public record Edge(String from, String to, GatedTransition transition) {
    }

    /**
     * @param created  id of the status in which issues are created
     * @param statuses each status once, as the workflow lists them
     * @param edges    in the order of the workflow, from and to one of the statuses
     */
    public WorkflowGraph(String created, List<Status> statuses, List<Edge> edges) {
        Map<String, Integer> distances = distances(created, edges);
        this.order = statuses.stream().sorted(Comparator.comparing(Status::stage)
                .thenComparingInt(status -> distances.getOrDefault(status.id(), Integer.MAX_VALUE))).map(Status::id).toList();
        Map<String, Integer> ranks = IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, rank -> rank));
        this.leadingOn = edges.stream().filter(edge -> ranks.get(edge.from()) < ranks.get(edge.to()))
                .collect(Collectors.groupingBy(Edge::from));
        this.enforcing = edges.stream().map(Edge::transition).filter(GatedTransition::enforces).distinct().toList();
    }

    /** What is ahead of an issue in this status; of one that the workflow does not have, nothing that could be told. */
    public GatesAhead ahead(String status) {
        if (!order.contains(status)) {
            return GatesAhead.NONE;
        }
        Map<String, List<List<GatedTransition>>> ways = new HashMap<>();
        for (int rank = order.size() - 1; rank >= order.indexOf(status); rank--) {
            ways.put(order.get(rank), ways(leadingOn.getOrDefault(order.get(rank), List.of()), ways));
        }
        return new GatesAhead(enforcing, ways.get(status));
    }

    /**
     * Those by which most transitions are passed that refuse something, not counting those that only ask for words with the transition: no
     * issue can be ready for these, nor is it its way to be superseded. Of several that ask the same, the first.
     */
    private static List<List<GatedTransition>> ways(List<Edge> edges, Map<String, List<List<GatedTransition>>> behind) {
        Map<List<List<Gate>>, List<GatedTransition>> found = new LinkedHashMap<>();
        int most = 0;
        for (Edge edge : edges) {
            for (List<GatedTransition> rest : behind.get(edge.to())) {
                List<GatedTransition> way = edge.transition().enforcesBeforehand() ? prepended(edge.transition(), rest) : rest;
                if (way.size() > most) {
                    most = way.size();
                    found.clear();
                }
                if (way.size() == most && found.size() < MAX_WAYS) {
                    found.putIfAbsent(way.stream().map(GatedTransition::gates).toList(), way);
                }
            }
        }
        return found.isEmpty() ? List.of(List.of()) : new ArrayList<>(found.values());
    }

    private static List<GatedTransition> prepended(GatedTransition first, List<GatedTransition> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** How many transitions it takes at least from where issues are created. */
    private static Map<String, Integer> distances(String created, List<Edge> edges) {
        Map<String, List<Edge>> from = edges.stream().collect(Collectors.groupingBy(Edge::from));
        Map<String, Integer> distances = new HashMap<>(Map.of(created, 0));
        Deque<String> open = new ArrayDeque<>(List.of(created));
        while (!open.isEmpty()) {
            String status = open.remove();
            for (Edge edge : from.getOrDefault(status, List.of())) {
                if (distances.putIfAbsent(edge.to(), distances.get(status) + 1) == null) {
                    open.add(edge.to());
                }
            }
        }
        return distances;
    }
}
