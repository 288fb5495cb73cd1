package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.IssueConstant;

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
        return Long.valueOf(id);
    }

    @Override
    public String getIconUrl() {
        return "/images/icons/generic.png";
    }

    @Override
    public String getCompleteIconUrl() {
        return getIconUrl();
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
