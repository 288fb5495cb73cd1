package org.decisiongates.jira.project;

import org.decisiongates.policy.PolicyReference;

/**
 * A gate that the app was asked to put into a workflow of a project.
 *
 * @param type       key of what issues of the workflow are: {@code decision}
 * @param transition id of the transition
 * @param workflow   name of the workflow
 */
record AddedGate(String type, int transition, PolicyReference gate, String workflow) {

    private static final int PARTS = 5;

    /** As one line of text, for the product's settings: keys have no blanks, and a name comes last. */
    String write() {
        return type + " " + transition + " " + gate.policy() + " " + gate.gate() + " " + workflow;
    }

    /** What {@link #write} wrote. */
    static AddedGate read(String line) {
        String[] parts = line.split(" ", PARTS);
        return new AddedGate(parts[0], Integer.parseInt(parts[1]), new PolicyReference(parts[2], parts[3]), parts[PARTS - 1]);
    }
}
