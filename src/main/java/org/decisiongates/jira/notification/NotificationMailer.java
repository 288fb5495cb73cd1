package org.decisiongates.jira.notification;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.mail.Email;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.approval.MyApprovalsReader;
import org.decisiongates.jira.approval.MyApprovalsReader.Waiting;
import org.decisiongates.jira.platform.mail.MailRecipients;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepName;

/** Makes an e-mail of what one person is to be told, as far as that person may see it now, and puts it into Jira's mail queue. */
@JiraComponent
class NotificationMailer {

    /** How much an e-mail tells at most; how much more there is, it says. */
    static final int MAX_TOLD = 50;

    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final String TEMPLATE = "/jira/notification/mail.vm";

    private final MailRecipients recipients;
    private final PermissionManager permissions;
    private final IssueManager issues;
    private final ThreadStepFeed log;
    private final MyApprovalsReader approvals;
    private final NotificationMailFormatter formatter;
    private final TemplateRenderer templates;
    private final MailQueue queue;

    NotificationMailer(MailRecipients recipients, PermissionManager permissions, IssueManager issues, ThreadStepFeed log,
            MyApprovalsReader approvals, NotificationMailFormatter formatter, TemplateRenderer templates, MailQueue queue) {
        this.recipients = recipients;
        this.permissions = permissions;
        this.issues = issues;
        this.log = log;
        this.approvals = approvals;
        this.formatter = formatter;
        this.templates = templates;
        this.queue = queue;
    }

    /**
     * The e-mail that tells this person of all of it: one statement, whatever their number, and where approvals are among it, a few more
     * that find what of it is still missing. Empty where there is nothing to tell, and for who can be sent no e-mails.
     */
    Optional<Email> email(NotificationChoice choice, List<Notification> all) {
        return recipients.withKey(choice.person()).flatMap(reader -> email(choice, reader, visible(reader, all)));
    }

    private Optional<Email> email(NotificationChoice choice, ApplicationUser reader, Map<Notification, Issue> visible) {
        List<Notification> some = visible.keySet().stream().limit(MAX_TOLD).toList();
        List<Issue> toApprove = some.stream().filter(Notification::isOfApprovals).map(visible::get).distinct().toList();
        List<Waiting> waiting = toApprove.isEmpty() ? List.of() : approvals.waitingAmong(toApprove, reader);
        Map<ThreadStepName, ThreadStep> steps = log
                .named(some.stream().filter(one -> !one.isOfApprovals()).flatMap(one -> Stream.of(one.step(), one.step().opening()))
                        .filter(name -> name.step() > 0).distinct().toList())
                .stream().collect(Collectors.toMap(step -> new ThreadStepName(step.issueId(), step.number(), step.step()),
                        Function.identity()));
        Map<Notification, Issue> told = new LinkedHashMap<>();
        some.stream().filter(one -> one.isBreach() || steps.containsKey(one.step())).forEach(one -> told.put(one, visible.get(one)));
        if (told.isEmpty() && waiting.isEmpty()) {
            return Optional.empty();
        }
        NotificationMailView mail = formatter.mail(reader, told, steps, waiting, visible.size() - some.size());
        Email email = new Email(reader.getEmailAddress());
        email.setSubject(mail.subject());
        email.setEncoding("UTF-8");
        email.setMimeType(choice.html() ? "text/html" : "text/plain");
        email.setBody(choice.html() ? DOCTYPE + RenderedTemplate.of(templates, TEMPLATE, mail).strip() : NotificationPlainText.of(mail));
        return Optional.of(email);
    }

    void send(Email email) {
        queue.addItem(new SingleMailQueueItem(email));
    }

    /** What is about issues that somebody may browse now, each with its issue, in order. */
    private Map<Notification, Issue> visible(ApplicationUser reader, List<Notification> all) {
        Map<Long, Optional<Issue>> seen = new HashMap<>();
        Map<Notification, Issue> visible = new LinkedHashMap<>();
        all.forEach(
                one -> seen.computeIfAbsent(one.step().issueId(), id -> visible(reader, id)).ifPresent(issue -> visible.put(one, issue)));
        return visible;
    }

    private Optional<Issue> visible(ApplicationUser reader, long id) {
        return Optional.<Issue>ofNullable(issues.getIssueObject(id))
                .filter(issue -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, reader));
    }
}
