package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.FieldType;

/** A type of custom field as apps see it. */
record SandboxFieldType(FieldType type) implements CustomFieldType<Object, Object> {

    @Override
    public String getKey() {
        return type.moduleKey();
    }

    @Override
    public String getName() {
        return type.moduleKey().substring(type.moduleKey().indexOf(':') + 1);
    }

    @Override
    public String getDescription() {
        throw new NotInSandbox(CustomFieldType.class, "getDescription()");
    }

    @Override
    public Object getValueFromIssue(CustomField field, Issue issue) {
        return issue.getCustomFieldValue(field);
    }

    @Override
    public String getStringFromSingularObject(Object singular) {
        throw new NotInSandbox(CustomFieldType.class, "getStringFromSingularObject(Object)");
    }

    @Override
    public Object getSingularObjectFromString(String string) {
        throw new NotInSandbox(CustomFieldType.class, "getSingularObjectFromString(String)");
    }
}
