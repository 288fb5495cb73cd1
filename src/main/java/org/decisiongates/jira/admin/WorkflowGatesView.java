package org.decisiongates.jira.admin;

import java.util.List;

/**
 * The gates that the workflows of a project's own issue types lack, and those that the app has added, as the template sees it.
 *
 * @param project   project key
 * @param additions what the app can add, a line each
 * @param seen      what it could add when this was looked at
 * @param obstacles why it leaves other workflows alone
 * @param steps     what is for somebody to do there, each with a way to the workflow
 * @param undo      what it has added and can take out, a line each
 * @param idle      whether nothing is being done right now
 */
public record WorkflowGatesView(String project, List<String> additions, String seen, List<String> obstacles,
        List<ManualSetupStepView> steps,
        List<String> undo, boolean idle) {

    public WorkflowGatesView {
        additions = List.copyOf(additions);
        obstacles = List.copyOf(obstacles);
        steps = List.copyOf(steps);
        undo = List.copyOf(undo);
    }

    boolean isEmpty() {
        return additions.isEmpty() && obstacles.isEmpty() && undo.isEmpty();
    }
}
