package org.decisiongates.sandbox.jira.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Stored references and moments as people read them. */
public final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MMM/yy h:mm a", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MMM/yy", Locale.ENGLISH);

    private final SandboxJira jira;

    public Words(SandboxJira jira) {
        this.jira = jira;
    }

    /** A person's display name, marked when the account is closed; empty for nobody. */
    public String person(String userKey) {
        if (userKey == null || userKey.isEmpty()) {
            return "";
        }
        return jira.users().byKey(userKey).map(Words::person).orElse(userKey);
    }

    static String person(UserRow user) {
        return user.displayName() + (user.active() ? "" : " [X]");
    }

    public String moment(Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    /** A stored day as Jira prints it; what is not a day stays as it is. */
    public String day(String iso) {
        if (iso == null || iso.isEmpty()) {
            return "";
        }
        try {
            return DAY.format(LocalDate.parse(iso));
        } catch (java.time.format.DateTimeParseException e) {
            return iso;
        }
    }

    public boolean overdue(IssueRow issue) {
        return issue.dueDate() != null && issue.resolutionId() == null
                && issue.dueDate().compareTo(LocalDate.now(jira.clock()).toString()) < 0;
    }

    public String typeIcon(String issueTypeId) {
        return jira.issueTypes().byId(issueTypeId).map(Words::icon).orElse(icon(0));
    }

    public static String icon(IssueTypeRow type) {
        return icon(type.avatarId());
    }

    private static String icon(long avatarId) {
        return "/secure/viewavatar?size=xsmall&avatarId=" + avatarId + "&avatarType=issuetype";
    }

    /** The style of a status lozenge. */
    public static String style(StatusCategory category) {
        return switch (category) {
            case DONE -> "aui-lozenge-success";
            case INDETERMINATE -> "aui-lozenge-inprogress";
            default -> "aui-lozenge-default";
        };
    }

    public RowView row(IssueRow issue) {
        Optional<IssueTypeRow> type = jira.issueTypes().byId(issue.issueTypeId());
        return new RowView(issue.key(), issue.summary(), type.map(IssueTypeRow::name).orElse(""), typeIcon(issue.issueTypeId()),
                jira.statuses().byId(issue.statusId()).map(status -> status.name()).orElse(""),
                jira.statuses().byId(issue.statusId()).map(status -> style(status.category())).orElse(""),
                person(issue.assigneeKey()), day(issue.dueDate()), overdue(issue));
    }
}
