package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Optional;

/** A workflow as its editor shows it; a stored workflow that cannot be read has a {@code problem} and nothing else. */
public record WorkflowView(WorkflowRow row, boolean active, boolean hasDraft, Optional<String> problem, List<StepView> steps,
        List<TransitionView> transitions) {

    /** Edited directly: a draft, or a workflow no project uses. */
    public boolean editable() {
        return row.draft() || !active && !row.system();
    }

    public Optional<TransitionView> transition(int id) {
        return transitions.stream().filter(transition -> transition.id() == id).findFirst();
    }
}
