package org.decisiongates.sandbox.jira.api;

import java.util.List;

/** A status category as apps see it. */
record SandboxStatusCategory(org.decisiongates.sandbox.jira.model.StatusCategory category)
        implements com.atlassian.jira.issue.status.category.StatusCategory {

    @Override
    public Long getId() {
        return (long) category.id();
    }

    @Override
    public String getKey() {
        return category.key();
    }

    @Override
    public String getName() {
        return category.label();
    }

    @Override
    public String getColorName() {
        return category.colour();
    }

    @Override
    public List<String> getAliases() {
        return List.of(category.label());
    }
}
