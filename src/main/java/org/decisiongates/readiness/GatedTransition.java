package org.decisiongates.readiness;

import java.util.List;

import org.decisiongates.policy.Gate;

/**
 * A transition of a workflow with its gates.
 *
 * @param id    the host's id of the transition in its workflow
 * @param name  what people call it
 * @param gates its gates, in the order in which they are asked; none for a transition that asks nothing
 */
public record GatedTransition(int id, String name, List<Gate> gates) {

    public GatedTransition {
        gates = List.copyOf(gates);
    }

    /** Whether any of its gates refuses what does not meet it. */
    public boolean enforces() {
        return gates.stream().anyMatch(Gate::enforces);
    }

    /** Whether any of its gates refuses something that an issue can have before the transition, so that somebody can prepare it. */
    public boolean enforcesBeforehand() {
        return gates.stream().anyMatch(Gate::enforcesBeforehand);
    }
}
