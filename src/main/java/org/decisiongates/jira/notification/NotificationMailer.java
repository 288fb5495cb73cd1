package org.decisiongates.jira.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepName;

/** Makes an e-mail of what one person is to be told, as far as that person may see it now, and puts it into Jira's mail queue. */
@JiraComponent
class NotificationMailer {

    /** How much an e-mail tells of feedback at most, and how many issues that wait for an approval; how much more there is, it says. */
    static final int MAX_TOLD = 50;
    /** Of how many issues that somebody is reminded of it is asked whether they still wait. */
    static final int MAX_LOOKED = 4 * MAX_TOLD;

    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final String TEMPLATE = "/jira/notification/mail.vm";

    private final MailRecipients recipients;
    private final PermissionManager permissions;
    private final IssueManager issues;
    private final ThreadStepFeed log;
    private final MyApprovalsReader approvals;
    private final EnabledProjects projects;
    private final NotificationMailFormatter formatter;
    private final TemplateRenderer templates;
    private final MailQueue queue;

    NotificationMailer(MailRecipients recipients, PermissionManager permissions, IssueManager issues, ThreadStepFeed log,
            MyApprovalsReader approvals, EnabledProjects projects, NotificationMailFormatter formatter, TemplateRenderer templates,
            MailQueue queue) {
        this.recipients = recipients;
        this.permissions = permissions;
        this.issues = issues;
        this.log = log;
        this.approvals = approvals;
        this.projects = projects;
        this.formatter = formatter;
        this.templates = templates;
        this.queue = queue;
    }

    /**
     * What came of what somebody is to be told.
     *
     * @param settled what is done with, whether the e-mail tells it or it is not to be told any more; what is left waits for the next one
     * @param email   empty where there is nothing to tell, and for who can be sent no e-mails
     */
    record Telling(List<Notification> settled, Optional<Email> email) {
    }

    /**
     * The e-mail that tells this person of it: one statement for feedback, and for reminders a few more that find what of them is still
     * missing, for each {@link #MAX_TOLD} issues. The two do not take each other's place.
     */
    Telling telling(NotificationChoice choice, List<Notification> all) {
        return recipients.withKey(choice.person()).map(reader -> telling(choice, reader, all))
                .orElseGet(() -> new Telling(all, Optional.empty()));
    }

    private Telling telling(NotificationChoice choice, ApplicationUser reader, List<Notification> all) {
        Map<Notification, Issue> visible = visible(reader, all);
        List<Notification> feedback = visible.keySet().stream().filter(one -> !one.isOfApprovals()).toList();
        List<Notification> some = feedback.stream().limit(MAX_TOLD).toList();
        Map<ThreadStepName, ThreadStep> steps = log
                .named(some.stream().flatMap(one -> Stream.of(one.step(), one.step().opening())).filter(name -> name.step() > 0).distinct()
                        .toList())
                .stream().collect(Collectors.toMap(step -> new ThreadStepName(step.issueId(), step.number(), step.step()),
                        Function.identity()));
        Map<Notification, Issue> told = new LinkedHashMap<>();
        some.stream().filter(one -> one.isBreach() || steps.containsKey(one.step())).forEach(one -> told.put(one, visible.get(one)));
        Set<Notification> left = new HashSet<>(told.isEmpty() ? feedback.subList(some.size(), feedback.size()) : List.of());
        Map<Issue, List<Waiting>> waiting = waiting(reader, visible, left);
        List<Notification> settled = all.stream().filter(one -> !left.contains(one)).toList();
        if (told.isEmpty() && waiting.isEmpty()) {
            return new Telling(settled, Optional.empty());
        }
        int more = (told.isEmpty() ? 0 : feedback.size() - some.size()) + Math.max(0, waiting.size() - MAX_TOLD);
        NotificationMailView mail = formatter.mail(reader, told, steps,
                waiting.values().stream().limit(MAX_TOLD).flatMap(List::stream).toList(), more);
        Email email = new Email(reader.getEmailAddress());
        email.setSubject(mail.subject());
        email.setEncoding("UTF-8");
        email.setMimeType(choice.html() ? "text/html" : "text/plain");
        email.setBody(choice.html() ? DOCTYPE + RenderedTemplate.of(templates, TEMPLATE, mail).strip() : NotificationPlainText.of(mail));
        return new Telling(settled, Optional.of(email));
    }

    /**
     * What still waits for the reader, by issue.
     *
     * @param left gets the reminders of issues that nobody looked at, or that cannot be read now
     */
    private Map<Issue, List<Waiting>> waiting(ApplicationUser reader, Map<Notification, Issue> visible, Set<Notification> left) {
        Map<Issue, List<Notification>> reminders = new LinkedHashMap<>();
        visible.forEach((one, issue) -> {
            if (one.isOfApprovals() && projects.isOffering(issue.getProjectObject())) {
                reminders.computeIfAbsent(issue, first -> new ArrayList<>()).add(one);
            }
        });
        List<Issue> all = List.copyOf(reminders.keySet());
        Map<Issue, List<Waiting>> waiting = new LinkedHashMap<>();
        for (int from = 0; from < Math.min(all.size(), MAX_LOOKED); from += MAX_TOLD) {
            for (Waiting one : approvals.waitingAmong(all.subList(from, Math.min(all.size(), from + MAX_TOLD)), reader,
                    unread -> left.addAll(reminders.get(unread)))) {
                waiting.computeIfAbsent(one.issue(), first -> new ArrayList<>()).add(one);
            }
        }
        all.stream().skip(MAX_LOOKED).forEach(issue -> left.addAll(reminders.get(issue)));
        return waiting;
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
