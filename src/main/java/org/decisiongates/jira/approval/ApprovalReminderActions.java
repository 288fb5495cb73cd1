package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminderService;
import org.decisiongates.approval.ApprovalReminderService.NobodyReminded;
import org.decisiongates.approval.ApprovalReminderService.Outcome;
import org.decisiongates.approval.ApprovalReminderService.Reminded;
import org.decisiongates.approval.ApprovalReminderService.RemindedToday;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.Delegations;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;

/**
 * Reminds for the caller whoever is missing on the approvals of an issue, and tells how many these are, and nobody's name. Throws
 * {@link ProblemException} where nobody is reminded.
 */
@JiraComponent
public class ApprovalReminderActions {

    private static final String TEXTS = "decision-gates.approval.reminder.";

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final ApprovalReminderService service;
    private final ApprovalIssueReader reader;
    private final OwnIssueAccess issues;
    private final ReminderRecipients recipients;
    private final ApprovalsFormatter formatter;
    private final MomentFormatter moments;
    private final ProjectTime time;

    ApprovalReminderActions(ApprovalSteps steps, ApproverDirectory directory, Delegations delegations, ApprovalReminders reminders,
            ApprovalIssueReader reader, OwnIssueAccess issues, ReminderRecipients recipients,
            ApprovalsFormatter formatter, MomentFormatter moments, ProjectTime time) {
        this.steps = steps;
        this.directory = directory;
        this.service = new ApprovalReminderService(reminders, delegations);
        this.reader = reader;
        this.issues = issues;
        this.recipients = recipients;
        this.formatter = formatter;
        this.moments = moments;
        this.time = time;
    }

    /** Puts those who are missing on the next e-mail. */
    ApprovalReplies.Reminder remind(String key) {
        Issue issue = issues.requireVisible(key, ApprovalActions.OTHER_TYPE);
        ApprovalSubject subject = reader.subject(issue);
        if (!reader.mayRequest(issue, subject)) {
            throw new ProblemException(403, List.of(Message.of(TEXTS + "may-not")));
        }
        if (!recipients.isMailOn()) {
            throw new ProblemException(409, List.of(Message.of(TEXTS + "mail-off")));
        }
        Outcome outcome = service.remind(new Approvals(subject, steps.ofIssue(issue.getId()), directory), issue.getId(),
                reader.callerKey(), time.now(), recipients::among);
        if (outcome instanceof Reminded reminded) {
            return new ApprovalReplies.Reminder(reminded.people(), reminded.unreachable(),
                    formatter.reminded(reminded));
        }
        throw new ProblemException(409, List.of(outcome instanceof RemindedToday today ? already(today.last())
                : ((NobodyReminded) outcome).why()));
    }

    private Message already(ApprovalReminder last) {
        return last.actor().map(actor -> Message.of(TEXTS + "today-by", formatter.name(actor), moments.withZone(last.at())))
                .orElseGet(() -> Message.of(TEXTS + "today", moments.withZone(last.at())));
    }
}
