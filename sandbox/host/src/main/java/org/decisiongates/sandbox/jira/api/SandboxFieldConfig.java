package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.fields.config.FieldConfig;

/** The one configuration a field or scheme has in the sandbox. */
record SandboxFieldConfig(Long id, String name, String fieldId) implements FieldConfig {

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFieldId() {
        return fieldId;
    }
}
