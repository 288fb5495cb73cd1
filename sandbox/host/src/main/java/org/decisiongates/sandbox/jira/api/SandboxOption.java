package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.customfields.option.Option;

import org.decisiongates.sandbox.jira.model.OptionRow;

/** A choice as apps see it. */
record SandboxOption(OptionRow row) implements Option {

    @Override
    public Long getOptionId() {
        return row.id();
    }

    @Override
    public Long getSequence() {
        return row.id();
    }

    @Override
    public String getValue() {
        return row.value();
    }

    @Override
    public Boolean getDisabled() {
        return row.disabled();
    }

    @Override
    public String toString() {
        return row.value();
    }
}
