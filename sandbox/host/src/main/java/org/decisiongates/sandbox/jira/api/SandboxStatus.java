package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;

import org.decisiongates.sandbox.jira.model.StatusRow;

/** A status as apps see it. */
final class SandboxStatus extends SandboxConstant implements Status {

    private final StatusRow row;

    SandboxStatus(StatusRow row) {
        super(row.id(), row.name(), row.description());
        this.row = row;
    }

    @Override
    public StatusCategory getStatusCategory() {
        return new SandboxStatusCategory(row.category());
    }
}
