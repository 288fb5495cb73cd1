package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.IssueConstant;

import org.decisiongates.sandbox.host.NotInSandbox;

/** What issue types, statuses, priorities and resolutions have in common. Two are equal when kind and id are. */
abstract class SandboxConstant implements IssueConstant {

    private final String id;
    private final String name;
    private final String description;

    SandboxConstant(String id, String name, String description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public Long getSequence() {
        throw new NotInSandbox(IssueConstant.class, "getSequence()");
    }

    @Override
    public String getIconUrl() {
        throw new NotInSandbox(IssueConstant.class, "getIconUrl()");
    }

    @Override
    public String getCompleteIconUrl() {
        throw new NotInSandbox(IssueConstant.class, "getCompleteIconUrl()");
    }

    @Override
    public String getNameTranslation() {
        return name;
    }

    @Override
    public String getDescTranslation() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((SandboxConstant) other).id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
