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
    ENVIRONMENT("environment", Setting.Type.TEXT_FIELD, Issue::getEnvironment),
    ISSUE_TYPE("issuetype", Setting.Type.OPTION_FIELD, Issue::getIssueType),
    PRIORITY("priority", Setting.Type.OPTION_FIELD, Issue::getPriority),
    PROJECT("project", Setting.Type.OPTION_FIELD, Issue::getProjectObject),
    RESOLUTION("resolution", Setting.Type.OPTION_FIELD, Issue::getResolution),
    LABELS("labels", Setting.Type.OPTION_FIELD, Issue::getLabels),
    /** Only whether there are any: nothing public says how the id of a component is asked for. */
    COMPONENTS("components", Setting.Type.ANY_FIELD, Issue::getComponents),
    FIX_VERSIONS("fixVersions", Setting.Type.VERSION_FIELD, Issue::getFixVersions),
    AFFECTED_VERSIONS("versions", Setting.Type.VERSION_FIELD, Issue::getAffectedVersions),
    CREATED("created", Setting.Type.MOMENT_FIELD, Issue::getCreated),
    UPDATED("updated", Setting.Type.MOMENT_FIELD, Issue::getUpdated),
    RESOLVED("resolutiondate", Setting.Type.MOMENT_FIELD, Issue::getResolutionDate);

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

    /** Whether it holds a point in time rather than a day. */
    public boolean isMoment() {
        return type == Setting.Type.MOMENT_FIELD;
    }

    boolean fits(Setting.Type wanted) {
        return type == wanted || wanted == Setting.Type.ANY_FIELD
                || wanted == Setting.Type.PEOPLE_FIELD && type == Setting.Type.PERSON_FIELD;
    }

    public Object valueIn(Issue issue) {
        return value.apply(issue);
    }
}
