package org.decisiongates.readiness;

import java.util.List;

/**
 * What gates ask of an issue from where it stands to the end of its workflow.
 *
 * @param workflow every transition of the workflow that refuses something, wherever the issue stands
 * @param ways     the ways on that pass most of them, each with these transitions in their order; at the end of the workflow one way that
 *                 passes none; none where it cannot be told where the issue stands
 */
public record GatesAhead(List<GatedTransition> workflow, List<List<GatedTransition>> ways) {

    /** Of an issue of which nothing can be told. */
    public static final GatesAhead NONE = new GatesAhead(List.of(), List.of());

    public GatesAhead {
        workflow = List.copyOf(workflow);
        ways = ways.stream().map(List::copyOf).toList();
    }

    /** A workflow with this way on and no other. */
    public static GatesAhead along(GatedTransition... way) {
        List<GatedTransition> enforcing = List.of(way).stream().filter(GatedTransition::enforces).toList();
        return new GatesAhead(enforcing, List.of(enforcing));
    }
}
