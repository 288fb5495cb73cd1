package org.decisiongates.jira.gate;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.SystemField;
import org.decisiongates.policy.TransitionView;

/** A Jira issue at a transition as the rules see it. Each field is read at most once, and only when a rule asks for it. */
final class JiraIssueView implements IssueView, TransitionView {

    private final Transition transition;
    private final JiraFields fields;
    private final PermissionManager permissions;
    private final ZoneId zone;
    private final Map<Field, Reading> readings = new HashMap<>(8);

    JiraIssueView(Transition transition, JiraFields fields, PermissionManager permissions, ZoneId zone) {
        this.transition = transition;
        this.fields = fields;
        this.permissions = permissions;
        this.zone = zone;
    }

    @Override
    public boolean has(Field field) {
        return reading(field).applies();
    }

    @Override
    public Optional<Person> person(Field field) {
        Object value = reading(field).value();
        if (value instanceof Collection<?> several) {
            value = several.size() == 1 ? several.iterator().next() : null;
        }
        return Optional.ofNullable(as(ApplicationUser.class, value, field)).map(this::person);
    }

    @Override
    public Optional<LocalDate> date(Field field) {
        Reading reading = reading(field);
        return Optional.ofNullable(as(Date.class, reading.value(), field)).map(date -> reading.isDateTime()
                ? LocalDate.ofInstant(date.toInstant(), zone)
                // Jira keeps a day as midnight in the zone of its own process
                : new Timestamp(date.getTime()).toLocalDateTime().toLocalDate());
    }

    @Override
    public String text(Field field) {
        return asText(reading(field).value());
    }

    @Override
    public boolean changes(Field field) {
        Reading reading = reading(field);
        if (transition.original().isPresent()) {
            return !Objects.equals(reading.value(), reading.valueIn(transition.original().get()));
        }
        if (transition.creates()) {
            return reading.value() != null;
        }
        return transition.issue() instanceof MutableIssue edited && edited.getModifiedFields().containsKey(fields.idOf(field));
    }

    private Person person(ApplicationUser user) {
        boolean assignable = user.isActive()
                && permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, transition.issue().getProjectObject(), user);
        return new Person(user.getKey(), user.getDisplayName(), user.isActive(), assignable);
    }

    private Reading reading(Field field) {
        return readings.computeIfAbsent(field, this::read);
    }

    private Reading read(Field field) {
        Issue issue = transition.issue();
        Optional<SystemField> system = SystemField.of(field.id());
        if (system.isPresent()) {
            return new Reading(system.get(), null, system.get().valueIn(issue));
        }
        Optional<CustomField> custom = fields.custom(field).filter(found -> found.getRelevantConfig(issue) != null);
        return new Reading(null, custom.orElse(null), custom.map(issue::getCustomFieldValue).orElse(null));
    }

    private static <T> T as(Class<T> type, Object value, Field field) {
        if (value != null && !type.isInstance(value)) {
            throw new FieldTypeMismatchException(field, "no " + type.getSimpleName() + " but a " + value.getClass().getName());
        }
        return type.cast(value);
    }

    private static String asText(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(JiraIssueView::asText).collect(Collectors.joining("\n"));
        }
        if (value instanceof Option option) {
            return Objects.requireNonNullElse(option.getValue(), "");
        }
        return value instanceof ApplicationUser user ? user.getDisplayName() : value.toString();
    }

    /** What was found in a field: neither {@code system} nor {@code custom} when there is none that applies to the issue. */
    private record Reading(SystemField system, CustomField custom, Object value) {

        boolean applies() {
            return system != null || custom != null;
        }

        boolean isDateTime() {
            return custom != null && JiraFields.isDateTime(custom);
        }

        Object valueIn(Issue issue) {
            if (system != null) {
                return system.valueIn(issue);
            }
            return custom == null ? null : issue.getCustomFieldValue(custom);
        }
    }
}
