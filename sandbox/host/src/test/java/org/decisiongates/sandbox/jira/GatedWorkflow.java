package org.decisiongates.sandbox.jira;

import java.util.Map;

import org.decisiongates.sandbox.host.BuiltPlugin;

/** A copy of Jira's own workflow, with gates before its transitions. */
final class GatedWorkflow {

    private final WiredJira wired;
    private final String name;

    private GatedWorkflow(WiredJira wired, String name) {
        this.wired = wired;
        this.name = name;
    }

    /** A new one without a gate, which no project uses. */
    static GatedWorkflow named(WiredJira wired, String name) {
        return named(wired, name, "");
    }

    static GatedWorkflow named(WiredJira wired, String name, String description) {
        wired.jira.workflows().create("admin", name, description, wired.jira.workflows().byName("jira", false).orElseThrow().xml());
        return new GatedWorkflow(wired, name);
    }

    /** Adds a gate, as its form describes it. */
    GatedWorkflow gate(int transition, Map<String, String[]> form) {
        wired.jira.workflows().addValidator("admin", name, false, transition, BuiltPlugin.KEY + ":gate-validator", form);
        return this;
    }

    /** Adds a gate of a policy: {@code tasks/start}. */
    GatedWorkflow policyGate(int transition, String gate) {
        return gate(transition, Map.of("gate.policy", new String[] {gate}));
    }

    /** All issues of the project go through it from now on. */
    void usedBy(String project) {
        wired.jira.projects().useWorkflowScheme(wired.id(project),
                wired.jira.workflows().createScheme("for " + name, "", name, Map.of()).id());
    }
}
