package org.decisiongates.jira.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.decisiongates.jira.platform.mail.MailRecipients;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;
import org.decisiongates.text.Message;

/**
 * Reminds for the caller whoever is missing on the approvals of an issue, and tells how many these are, and nobody's name. Throws
 * {@link ProblemException} where nobody is reminded.
 */
@JiraComponent
public class ApprovalReminderActions {

    private static final String TEXTS = "decision-gates.approval.reminder.";
    /** Whose choices are read at once; more people than this are not reminded at once. */
    private static final int MAX_PEOPLE = 1_000;

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final ApprovalReminderService service;
    private final ApprovalIssueReader reader;
    private final OwnIssueAccess issues;
    private final MailRecipients recipients;
    private final NotificationChoices choices;
    private final ApprovalsFormatter formatter;
    private final MomentFormatter moments;
    private final ProjectTime time;

    ApprovalReminderActions(ApprovalSteps steps, ApproverDirectory directory, Delegations delegations, ApprovalReminders reminders,
            ApprovalIssueReader reader, OwnIssueAccess issues, MailRecipients recipients, NotificationChoices choices,
            ApprovalsFormatter formatter, MomentFormatter moments, ProjectTime time) {
        this.steps = steps;
        this.directory = directory;
        this.service = new ApprovalReminderService(reminders, delegations);
        this.reader = reader;
        this.issues = issues;
        this.recipients = recipients;
        this.choices = choices;
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
                reader.callerKey(), time.now(), this::reachable);
        if (outcome instanceof Reminded reminded) {
            return new ApprovalReplies.Reminder(reminded.people(), reminded.unreachable(),
                    formatter.reminded(reminded.people(), reminded.unreachable()));
        }
        throw new ProblemException(409, List.of(outcome instanceof RemindedToday today ? already(today.last())
                : ((NobodyReminded) outcome).why()));
    }

    private Message already(ApprovalReminder last) {
        return last.actor().map(actor -> Message.of(TEXTS + "today-by", formatter.name(actor), moments.withZone(last.at())))
                .orElseGet(() -> Message.of(TEXTS + "today", moments.withZone(last.at())));
    }

    /** Who gets e-mails: of somebody whose choice cannot be read nobody knows that. */
    private Set<String> reachable(Set<String> people) {
        List<String> some = people.stream().filter(person -> recipients.withKey(person).isPresent()).limit(MAX_PEOPLE).toList();
        Map<String, Optional<NotificationChoice>> chosen = choices.of(some);
        return some.stream()
                .filter(person -> chosen.getOrDefault(person, Optional.of(NotificationChoice.usual(person)))
                        .filter(choice -> choice.delivery() != Delivery.OFF).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
