package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.priority.Priority;

import org.decisiongates.sandbox.jira.model.PriorityRow;

/** A priority as apps see it. */
final class SandboxPriority extends SandboxConstant implements Priority {

    private final PriorityRow row;

    SandboxPriority(PriorityRow row) {
        super(row.id(), row.name(), row.description());
        this.row = row;
    }

    @Override
    public String getStatusColor() {
        return row.colour();
    }
}
