package org.decisiongates.jira.setup;

import java.util.Map;

import com.opensymphony.workflow.loader.ValidatorDescriptor;

/**
 * Marks the gates that the app adds to a workflow. What it is about to add is recorded first, so a record alone does not say whether the
 * app was stopped in between, and somebody has added the same gate by hand since: theirs has no mark
 * (ADR-0178).
 */
final class AddedGateMark {

    /** Stored in workflows; gates ignore it. The form of a gate does not offer it. */
    private static final String ARGUMENT = "gate.added-by";
    private static final String APP = "decision-gates";

    private AddedGateMark() {
    }

    @SuppressWarnings("unchecked")
    static ValidatorDescriptor put(ValidatorDescriptor gate) {
        ((Map<Object, Object>) gate.getArgs()).put(ARGUMENT, APP);
        return gate;
    }

    static boolean isOn(ValidatorDescriptor gate) {
        Object by = gate.getArgs().get(ARGUMENT);
        return by != null && by.toString().strip().equals(APP);
    }

    /** Whether an argument of this name says who added a gate, and nothing of what it asks. */
    static boolean isArgument(Object name) {
        return ARGUMENT.equals(name);
    }
}
