package org.decisiongates.sandbox.jira.api;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusRow;

/** Makes the objects of Jira's API out of rows; what there is none of is null, as in Jira. */
public final class JiraObjects {

    private final SandboxJira jira;

    public JiraObjects(SandboxJira jira) {
        this.jira = jira;
    }

    SandboxJira jira() {
        return jira;
    }

    public ApplicationUser user(String key) {
        return jira.users().byKey(key).map(SandboxUser::new).orElse(null);
    }

    public Project project(ProjectRow row) {
        return new SandboxProject(row, this);
    }

    Project project(long id) {
        return jira.projects().byId(id).map(this::project).orElse(null);
    }

    List<Project> projects(Collection<ProjectRow> rows) {
        List<Project> projects = new ArrayList<>();
        rows.forEach(row -> projects.add(project(row)));
        return projects;
    }

    IssueType issueType(IssueTypeRow row) {
        return new SandboxIssueType(row, jira.avatars());
    }

    IssueType issueType(String id) {
        return jira.issueTypes().byId(id).map(this::issueType).orElse(null);
    }

    Status status(StatusRow row) {
        return new SandboxStatus(row);
    }

    Status status(String id) {
        return jira.statuses().byId(id).map(this::status).orElse(null);
    }

    Priority priority(String id) {
        return jira.priorities().byId(id).map(row -> (Priority) new SandboxPriority(row)).orElse(null);
    }

    Resolution resolution(String id) {
        return jira.resolutions().byId(id).map(row -> (Resolution) new SandboxResolution(row)).orElse(null);
    }

    public MutableIssue issue(IssueRow row) {
        return new SandboxIssue(new IssueDraft(row), this);
    }

    public MutableIssue issue(IssueDraft draft) {
        return new SandboxIssue(draft, this);
    }

    MutableIssue issue(long id) {
        return jira.issues().byId(id).map(this::issue).orElse(null);
    }

    CustomField field(FieldRow row) {
        return new SandboxField(row, this);
    }

    Options options(String fieldId) {
        return new SandboxOptions(jira.fields().options(fieldId).stream().map(row -> (Option) new SandboxOption(row)).toList());
    }

    /** The value apps get for raw values: Jira's type for each kind of field, null when not set. */
    Object value(FieldRow field, List<String> raw) {
        if (raw.isEmpty()) {
            return null;
        }
        if (field.type() == FieldType.LABELS) {
            Set<Label> labels = new LinkedHashSet<>();
            raw.forEach(text -> labels.add(new Label(null, null, text)));
            return labels;
        }
        if (field.type().isMultiple()) {
            return raw.stream().map(text -> single(field.type(), text)).filter(value -> value != null).toList();
        }
        return single(field.type(), raw.get(0));
    }

    private Object single(FieldType type, String raw) {
        return switch (type) {
            case FLOAT -> Double.valueOf(raw);
            case USERPICKER, MULTIUSERPICKER -> user(raw);
            case SELECT, RADIOBUTTONS, MULTISELECT, MULTICHECKBOXES -> jira.fields().option(Long.parseLong(raw))
                    .map(SandboxOption::new).orElse(null);
            // Jira keeps a day as midnight in the zone of its own process
            case DATEPICKER -> Timestamp.valueOf(LocalDate.parse(raw).atStartOfDay());
            case DATETIME -> Timestamp.from(Instant.parse(raw));
            default -> raw;
        };
    }

    /** The raw values of a value apps set. */
    List<String> raw(FieldRow field, Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(one -> raw(field, one).stream()).toList();
        }
        String text;
        if (value instanceof ApplicationUser user) {
            text = user.getKey();
        } else if (value instanceof Option option) {
            text = String.valueOf(option.getOptionId());
        } else if (value instanceof Label label) {
            text = label.getLabel();
        } else if (value instanceof Date date) {
            text = field.type() == FieldType.DATETIME ? date.toInstant().toString()
                    : new Timestamp(date.getTime()).toLocalDateTime().toLocalDate().toString();
        } else if (value instanceof Number number) {
            text = new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        } else if (value instanceof String string) {
            text = string;
        } else {
            throw new ClassCastException("Field '" + field.name() + "' does not take a " + value.getClass().getName() + ".");
        }
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
