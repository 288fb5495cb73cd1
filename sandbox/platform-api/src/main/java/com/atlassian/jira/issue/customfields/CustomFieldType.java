package com.atlassian.jira.issue.customfields;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.impl.FieldValidationException;
import com.atlassian.jira.issue.fields.CustomField;

public interface CustomFieldType<T, S> {
    String getKey();
    String getName();
    String getDescription();
    T getValueFromIssue(CustomField field, Issue issue);
    String getStringFromSingularObject(S singularObject);
    S getSingularObjectFromString(String string) throws FieldValidationException;
}
