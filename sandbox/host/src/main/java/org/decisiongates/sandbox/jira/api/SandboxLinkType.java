package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.link.IssueLinkType;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.LinkTypeRow;

/** A kind of link as apps see it. */
record SandboxLinkType(LinkTypeRow row) implements IssueLinkType {

    /** The kind by which Jira keeps the sub-tasks of an issue; it has no other of its own. */
    private static final String SUB_TASKS = "jira_subtask_link";

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getInward() {
        return row.inward();
    }

    @Override
    public String getOutward() {
        return row.outward();
    }

    @Override
    public String getStyle() {
        throw new NotInSandbox(IssueLinkType.class, "getStyle()");
    }

    @Override
    public boolean isSubTaskLinkType() {
        return row.name().equals(SUB_TASKS);
    }

    @Override
    public boolean isSystemLinkType() {
        return isSubTaskLinkType();
    }
}
