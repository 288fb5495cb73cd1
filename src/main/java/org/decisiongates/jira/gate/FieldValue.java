package org.decisiongates.jira.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.SystemField;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.text.content.TextContent;

/**
 * What was found in a field of an issue, and how rules read it.
 *
 * @param field  the field as the rule names it
 * @param system the field if it is one of Jira's; null for a custom field
 * @param custom the custom field; null for one of Jira's. Both are null when there is no such field that applies to the issue
 * @param value  what Jira says is in it; null for nothing
 */
record FieldValue(Field field, SystemField system, CustomField custom, Object value) {

    /** What is in {@code field}, which may not apply to the issue. */
    static FieldValue of(Field field, Issue issue, JiraFields fields) {
        Optional<SystemField> system = SystemField.of(field.id());
        if (system.isPresent()) {
            return new FieldValue(field, system.get(), null, system.get().valueIn(issue));
        }
        Optional<CustomField> custom = fields.custom(field).filter(found -> found.getRelevantConfig(issue) != null);
        return new FieldValue(field, null, custom.orElse(null), custom.map(issue::getCustomFieldValue).orElse(null));
    }

    boolean applies() {
        return system != null || custom != null;
    }

    /** What is in the same field of another state of the issue. */
    Object valueIn(Issue issue) {
        if (system != null) {
            return system.valueIn(issue);
        }
        return custom == null ? null : issue.getCustomFieldValue(custom);
    }

    boolean isSet() {
        return value != null && !(value instanceof String text && TextContent.visible(text, 0, text.length()) == 0)
                && !(value instanceof Collection<?> several && several.isEmpty())
                // a cascading select holds a map of its levels
                && !(value instanceof Map<?, ?> levels && levels.values().stream().allMatch(Objects::isNull));
    }

    /** The one account in it; null for none, and for several. */
    ApplicationUser user() {
        Object only = value;
        if (only instanceof Collection<?> several) {
            only = several.size() == 1 ? several.iterator().next() : null;
        }
        return as(ApplicationUser.class, only);
    }

    List<ApplicationUser> users() {
        return several().stream().map(one -> as(ApplicationUser.class, one)).toList();
    }

    Optional<LocalDate> date(ZoneId zone) {
        Date date = as(Date.class, value);
        if (date == null) {
            return Optional.empty();
        }
        return Optional.of(isMoment() ? LocalDate.ofInstant(date.toInstant(), zone) : JiraDay.of(date));
    }

    Optional<Instant> moment() {
        Date date = as(Date.class, value);
        if (date != null && !isMoment()) {
            throw new FieldTypeMismatchException(field, "no moment but a day");
        }
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    Optional<BigDecimal> number() {
        return Optional.ofNullable(as(Number.class, value)).map(number -> new BigDecimal(number.toString()));
    }

    List<Choice> choices() {
        return several().stream().map(this::choice).toList();
    }

    List<ProjectVersion> versions() {
        return several().stream().map(one -> as(Version.class, one)).map(version -> new ProjectVersion(String.valueOf(version.getId()),
                version.getName(), Optional.ofNullable(version.getReleaseDate()).map(JiraDay::of), version.isReleased())).toList();
    }

    String text() {
        return Objects.requireNonNullElse(as(String.class, value), "");
    }

    private boolean isMoment() {
        return system != null ? system.isMoment() : custom != null && JiraFields.isDateTime(custom);
    }

    private Choice choice(Object one) {
        if (one instanceof Option option) {
            return new Choice(String.valueOf(option.getOptionId()), Objects.requireNonNullElse(option.getValue(), ""));
        }
        if (one instanceof Label label) {
            return new Choice(label.getLabel(), label.getLabel());
        }
        if (one instanceof IssueConstant constant) {
            return new Choice(constant.getId(), constant.getName());
        }
        if (one instanceof Project project) {
            return new Choice(String.valueOf(project.getId()), project.getName());
        }
        if (one instanceof Group group) {
            return new Choice(group.getName(), group.getName());
        }
        throw new FieldTypeMismatchException(field, "nothing to choose but a " + one.getClass().getName());
    }

    private Collection<?> several() {
        if (value instanceof Collection<?> values) {
            return values;
        }
        return value == null ? List.of() : List.of(value);
    }

    private <T> T as(Class<T> type, Object one) {
        if (one != null && !type.isInstance(one)) {
            throw new FieldTypeMismatchException(field, "no " + type.getSimpleName() + " but a " + one.getClass().getName());
        }
        return type.cast(one);
    }
}
