package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.issue.issuetype.IssueType;

import org.decisiongates.sandbox.jira.model.Avatars;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;

/** An issue type as apps see it. */
final class SandboxIssueType extends SandboxConstant implements IssueType {

    private final IssueTypeRow row;
    private final Avatars avatars;

    SandboxIssueType(IssueTypeRow row, Avatars avatars) {
        super(row.id(), row.name(), row.description());
        this.row = row;
        this.avatars = avatars;
    }

    @Override
    public boolean isSubTask() {
        return row.subTask();
    }

    @Override
    public Avatar getAvatar() {
        return avatars.byId(row.avatarId()).map(SandboxAvatar::new).orElse(null);
    }
}
