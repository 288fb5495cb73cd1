package com.atlassian.jira.issue.fields;

public interface OrderableField extends Field {
}
