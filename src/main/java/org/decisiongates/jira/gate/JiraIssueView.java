package org.decisiongates.jira.gate;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.FieldTypeMismatchException;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.SystemField;

/** A Jira issue as the rules see it. Each field is read at most once, and only when a rule asks for it. */
final class JiraIssueView implements IssueView {

    private final Issue issue;
    private final String actor;
    private final JiraFields fields;
    private final PermissionManager permissions;
    private final IssueSurroundings surroundings;
    private final ZoneId zone;
    private final Map<Field, Reading> readings = new HashMap<>(8);
    private List<LinkedIssue> links;
    private Set<String> phases;

    /** @param actor user key of who asks; empty text for nobody, who sees what anonymous people see */
    JiraIssueView(Issue issue, String actor, JiraFields fields, PermissionManager permissions, IssueSurroundings surroundings,
            ZoneId zone) {
        this.issue = issue;
        this.actor = actor;
        this.fields = fields;
        this.permissions = permissions;
        this.surroundings = surroundings;
        this.zone = zone;
    }

    @Override
    public IssueStatus status() {
        return surroundings.status(issue);
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
    public List<Person> people(Field field) {
        return several(field).stream().map(value -> person(as(ApplicationUser.class, value, field))).toList();
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
    public Optional<BigDecimal> number(Field field) {
        return Optional.ofNullable(as(Number.class, reading(field).value(), field)).map(number -> new BigDecimal(number.toString()));
    }

    @Override
    public List<Choice> choices(Field field) {
        return several(field).stream().map(value -> choice(value, field)).toList();
    }

    @Override
    public String text(Field field) {
        return asText(reading(field).value());
    }

    @Override
    public List<LinkedIssue> links() {
        links = links == null ? surroundings.links(issue, actor) : links;
        return links;
    }

    @Override
    public Set<String> phasesVisited() {
        phases = phases == null ? surroundings.phasesVisited(issue) : phases;
        return phases;
    }

    /** What is in the field now, and in another state of the issue. */
    boolean differs(Field field, Issue other) {
        Reading reading = reading(field);
        return !Objects.equals(reading.value(), reading.valueIn(other));
    }

    boolean holdsSomething(Field field) {
        return reading(field).value() != null;
    }

    private Person person(ApplicationUser user) {
        boolean assignable = user.isActive()
                && permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, issue.getProjectObject(), user);
        return new Person(user.getKey(), user.getDisplayName(), user.isActive(), assignable);
    }

    private static Choice choice(Object value, Field field) {
        if (value instanceof Option option) {
            return new Choice(String.valueOf(option.getOptionId()), Objects.requireNonNullElse(option.getValue(), ""));
        }
        if (value instanceof Label label) {
            return new Choice(label.getLabel(), label.getLabel());
        }
        throw new FieldTypeMismatchException(field, "neither option nor label but a " + value.getClass().getName());
    }

    private Collection<?> several(Field field) {
        Object value = reading(field).value();
        if (value instanceof Collection<?> values) {
            return values;
        }
        return value == null ? List.of() : List.of(value);
    }

    private Reading reading(Field field) {
        return readings.computeIfAbsent(field, this::read);
    }

    private Reading read(Field field) {
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
