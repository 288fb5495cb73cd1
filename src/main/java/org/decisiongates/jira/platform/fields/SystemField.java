package org.decisiongates.jira.platform.fields;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.policy.Setting;

/** A field that every Jira issue has and a rule can read. */
public enum SystemField {
    ASSIGNEE("assignee", Setting.Type.PERSON_FIELD, Issue::getAssignee),
    REPORTER("reporter", Setting.Type.PERSON_FIELD, Issue::getReporter),
    CREATOR("creator", Setting.Type.PERSON_FIELD, Issue::getCreator),
    DUE_DATE("duedate", Setting.Type.DATE_FIELD, Issue::getDueDate),
    SUMMARY("summary", Setting.Type.TEXT_FIELD, Issue::getSummary),
    DESCRIPTION("description", Setting.Type.TEXT_FIELD, Issue::getDescription),
    ENVIRONMENT("environment", Setting.Type.TEXT_FIELD, Issue::getEnvironment);

    private final String id;
    private final Setting.Type type;
    private final Function<Issue, Object> value;

    SystemField(String id, Setting.Type type, Function<Issue, Object> value) {
        this.id = id;
        this.type = type;
        this.value = value;
    }

    public static Optional<SystemField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    boolean fits(Setting.Type wanted) {
        return type == wanted;
    }

    public Object valueIn(Issue issue) {
        return value.apply(issue);
    }
}
