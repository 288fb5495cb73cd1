package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.summary.OpenItem;

/** Turns an issue into what the summary says about it. */
@JiraComponent
class OpenItemMapper {

    private final CustomFieldManager customFields;
    private final OwnFields fields;
    private final OwnIssueTypes types;

    OpenItemMapper(CustomFieldManager customFields, OwnFields fields, OwnIssueTypes types) {
        this.customFields = customFields;
        this.fields = fields;
        this.types = types;
    }

    /** @param leads of the projects of the listing that the item is for */
    OpenItem of(Issue issue, ZonedDateTime now, ProjectLeads leads) {
        Optional<ApplicationUser> owner = value(issue, OwnField.OWNER, ApplicationUser.class);
        Optional<LocalDate> due = Optional.ofNullable(issue.getDueDate()).map(JiraDay::of);
        return new OpenItem(issue.getKey(), Optional.ofNullable(issue.getSummary()).orElse(""), issue.getStatus().getNameTranslation(),
                owner.map(ApplicationUser::getDisplayName), owner.map(ApplicationUser::isActive).orElse(false),
                due, due.filter(day -> day.isBefore(now.toLocalDate())).isPresent(),
                Math.max(0, Duration.between(issue.getCreated().toInstant(), now.toInstant()).toDays()),
                value(issue, OwnField.FALLBACK, String.class).orElse(""),
                value(issue, OwnField.CUSTOMER_FACING, Option.class).filter(fields::saysYes).isPresent(),
                isEscalated(issue), owner.map(ApplicationUser::getUsername), owner.map(ApplicationUser::getKey), List.of(),
                owner.filter(ApplicationUser::isActive).isPresent() ? Optional.empty() : leads.of(issue));
    }

    /** By the phase that its status stands for, whatever the status was renamed to. */
    private boolean isEscalated(Issue issue) {
        return types.phaseOf(OwnIssueType.BLOCKER, issue.getProjectId(), issue.getStatusId()).filter(OwnStatus::isEscalated).isPresent();
    }

    /** Also empty when an administrator removed the field: the summary then shows it as unknown. */
    private <T> Optional<T> value(Issue issue, OwnField field, Class<T> type) {
        return fields.idOf(field).map(customFields::getCustomFieldObject).map(issue::getCustomFieldValue).filter(type::isInstance)
                .map(type::cast);
    }
}
