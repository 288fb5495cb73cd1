package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.mail.Email;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.templaterenderer.TemplateRenderer;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.RequiredApproval;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.jira.approval.MyApprovalsReader;
import org.decisiongates.jira.approval.MyApprovalsReader.Waiting;
import org.decisiongates.jira.notification.NotificationMailer.Telling;
import org.decisiongates.jira.platform.mail.MailRecipients;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.When;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepName;

public class NotificationMailerTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final NotificationChoice PLAIN = new NotificationChoice("ann", Delivery.AT_ONCE, 9, new QuietHours(0, 0, false), false);

    private final UserManager users = mock(UserManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ThreadStepFeed log = mock(ThreadStepFeed.class);
    private final MailRecipients recipients = mock(MailRecipients.class);
    private final MyApprovalsReader approvals = mock(MyApprovalsReader.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final ApplicationUser ann = mock(ApplicationUser.class);
    private final NotificationMailer mailer = new NotificationMailer(recipients, permissions, issues, log, approvals, projects,
            new NotificationMailFormatter(users, new JiraTexts(new BundleTexts(), locales), zones, application,
                    new MentionFormatter(users)),
            mock(TemplateRenderer.class), mock(MailQueue.class));

    @Before
    public void aReaderWhoMayBrowse() {
        when(recipients.withKey("ann")).thenReturn(Optional.of(ann));
        when(projects.isOffering(any())).thenReturn(true);
        when(users.getUserByKey("ann")).thenReturn(ann);
        when(users.getUserByName("ann")).thenReturn(ann);
        when(ann.getDisplayName()).thenReturn("Ann Archer");
        when(ann.getKey()).thenReturn("ann");
        when(ann.getEmailAddress()).thenReturn("ann@example.com");
        when(locales.getLocale(any(UserKey.class))).thenReturn(Locale.ENGLISH);
        when(zones.getUserTimeZone(any())).thenReturn(TimeZone.getTimeZone("America/New_York"));
        when(application.getBaseUrl(any())).thenReturn("https://jira.example");
        issue(1, "SHOP-1", "Pay\r\nBcc: eve@example.com");
        issue(2, "SHOP-2", "Ship later");
        when(log.named(anyCollection())).thenAnswer(call -> call.<Collection<ThreadStepName>>getArgument(0).stream()
                .map(NotificationMailerTest::step).toList());
    }

    @Test
    public void tellsWhatHappenedOnOneIssueInTheWordsAndZoneOfItsReader() {
        Email email = email(List.of(told(1, 2, NotificationReason.MENTIONED))).orElseThrow();
        assertEquals("ann@example.com", email.getTo());
        assertEquals("a subject is one line", "SHOP-1 Pay Bcc: eve@example.com: feedback", email.getSubject());
        assertEquals("text/plain UTF-8", email.getMimeType() + " " + email.getEncoding());
        assertTrue(email.getBody(), email.getBody().contains("* rita replied (Nov 18, 2026"));
        assertTrue(email.getBody(), email.getBody().contains("7:00"));
        assertTrue(email.getBody(),
                email.getBody().contains("Thread 1: Agree on the scope\n  It mentions you.\n    What about 2, @Ann Archer?"));
        assertTrue(email.getBody(), email.getBody().contains("https://jira.example/browse/SHOP-1#decision-gates-feedback"));
        assertTrue(email.getBody(), email.getBody().contains("https://jira.example/plugins/servlet/decision-gates/notifications"));
    }

    @Test
    public void countsTheIssuesInTheSubject() {
        Email email = email(List.of(told(1, 2, NotificationReason.WATCHES), told(2, 2, NotificationReason.WATCHES)))
                .orElseThrow();
        assertEquals("Feedback on 2 issues", email.getSubject());
    }

    @Test
    public void saysNothingOfIssuesThatItsReaderMayNotSeeAnyMore() {
        MutableIssue hidden = issue(2, "SHOP-2", "Ship later");
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, hidden, ann)).thenReturn(false);
        List<Notification> both = List.of(told(1, 2, NotificationReason.WATCHES), told(2, 2, NotificationReason.MENTIONED),
                told(3, 2, NotificationReason.MENTIONED));
        String body = email(both).orElseThrow().getBody();
        assertFalse(body, body.contains("SHOP-2") || body.contains("more entries"));
        assertEquals(Optional.empty(), email(both.subList(1, 3)));
    }

    @Test
    public void isNotMadeForWhoCanBeSentNone() {
        when(recipients.withKey("ann")).thenReturn(Optional.empty());
        assertEquals(Optional.empty(), email(List.of(told(1, 2, NotificationReason.WATCHES))));
    }

    @Test
    public void tellsOfABreachedWindowAndOfNoStepThatIsGone() {
        when(log.named(anyCollection())).thenReturn(List.of(step(new ThreadStepName(1, 1, 1))));
        Notification breach = new Notification(0, "ann", new ThreadStepName(1, 1, 0), NotificationReason.WINDOW_BREACHED, NOON);
        String body = email(List.of(breach, told(1, 2, NotificationReason.WATCHES))).orElseThrow().getBody();
        assertTrue(body, body.contains("* The owner\u2019s 48 hours have passed") && body.contains("Thread 1: Agree on the scope"));
        assertTrue("whatever happens until it is read", body.contains("You were the owner then"));
        assertFalse(body, body.contains("replied"));
    }

    @Test
    public void endsSomewhereAndSaysSo() {
        List<Notification> many = new ArrayList<>();
        for (int i = 2; i < NotificationMailer.MAX_TOLD + 5; i++) {
            many.add(told(1, i, NotificationReason.WATCHES));
        }
        String body = email(many).orElseThrow().getBody();
        assertEquals(NotificationMailer.MAX_TOLD, body.split("\\* rita replied", -1).length - 1);
        assertTrue(body, body.contains("3 more entries are in Jira and not in this e-mail."));
        body = email(many.subList(0, NotificationMailer.MAX_TOLD + 1)).orElseThrow().getBody();
        assertTrue(body, body.contains("One more entry is in Jira and not in this e-mail."));
    }

    @Test
    public void asksOnceMoreWhatIsMissingAndNamesWhomItsReaderStandsInFor() {
        ApplicationUser ada = mock(ApplicationUser.class);
        when(ada.getDisplayName()).thenReturn("Ada");
        when(users.getUserByKey("ada")).thenReturn(ada);
        Notification twice = Notification.ofApprovals("ann", 1, NOON.plusSeconds(86_400));
        List<Notification> both = List.of(Notification.ofApprovals("ann", 1, NOON), twice, told(2, 2, NotificationReason.WATCHES));
        doAnswer(call -> call.<List<Issue>>getArgument(0).stream()
                .flatMap(issue -> Stream.of(waiting(issue, Optional.empty()), waiting(issue, Optional.of("ada")))).toList()).when(approvals)
                .waitingAmong(any(), any(), any());
        Email email = email(both).orElseThrow();
        assertEquals("Feedback and approvals on 2 issues", email.getSubject());
        String body = email.getBody();
        assertEquals("of each reminder once", 2, body.split("Your approval is missing: Legal, Support", -1).length);
        assertTrue(body, body.contains("* Your approval for Ada is missing: Legal, Support (Nov 18, 2026"));
        assertTrue(body, body.contains("rita asked for the approvals."));
        assertTrue(body, body.contains("https://jira.example/browse/SHOP-1#decision-gates-approvals"));
        assertTrue(body, body.indexOf("Feedback\n--------") < body.indexOf("Approvals\n---------"));
        assertEquals("SHOP-1 Pay Bcc: eve@example.com: approval needed",
                email(both.subList(0, 2)).orElseThrow().getSubject());
        doReturn(List.of()).when(approvals).waitingAmong(any(), any(), any());
        assertEquals("given meanwhile", Optional.empty(), email(both.subList(0, 2)));
    }

    @Test
    public void tellsFeedbackHoweverManyRemindersComeInFront() {
        List<Notification> all = new ArrayList<>();
        for (int i = 0; i < NotificationMailer.MAX_TOLD; i++) {
            issue(100 + i, "SHOP-" + (100 + i), "Approved since");
            all.add(Notification.ofApprovals("ann", 100 + i, NOON));
        }
        all.add(told(1, 2, NotificationReason.MENTIONED));
        Telling telling = mailer.telling(PLAIN, all);
        String body = telling.email().orElseThrow().getBody();
        assertTrue(body, body.contains("* rita replied") && !body.contains("more entr"));
        assertEquals(all, telling.settled());
    }

    @Test
    public void countsIssuesThatStillWaitAndLeavesWhatItDoesNotLookAt() {
        List<Notification> all = new ArrayList<>();
        for (int i = 0; i < NotificationMailer.MAX_LOOKED + 2; i++) {
            issue(100 + i, "SHOP-" + (100 + i), "Long");
            all.add(Notification.ofApprovals("ann", 100 + i, NOON));
            all.add(Notification.ofApprovals("ann", 100 + i, NOON.plusSeconds(86_400)));
        }
        doAnswer(call -> call.<List<Issue>>getArgument(0).stream().filter(issue -> issue.getKey().compareTo("SHOP-153") < 0)
                .map(issue -> waiting(issue, Optional.empty())).toList()).when(approvals).waitingAmong(any(), any(), any());
        Telling telling = mailer.telling(PLAIN, all);
        String body = telling.email().orElseThrow().getBody();
        assertEquals(NotificationMailer.MAX_TOLD, body.split("Your approval is missing", -1).length - 1);
        assertTrue(body, body.contains("3 more entries are in Jira"));
        assertEquals(all.subList(0, 2 * NotificationMailer.MAX_LOOKED), telling.settled());
    }

    @Test
    public void keepsTheReminderOfAnIssueThatCannotBeReadAndTellsTheRest() {
        Notification first = Notification.ofApprovals("ann", 1, NOON);
        Notification mention = told(2, 2, NotificationReason.MENTIONED);
        doAnswer(call -> {
            call.<List<Issue>>getArgument(0).forEach(call.<Consumer<Issue>>getArgument(2));
            return List.of();
        }).when(approvals).waitingAmong(any(), any(), any());
        Telling telling = mailer.telling(PLAIN, List.of(first, mention));
        assertEquals(List.of(mention), telling.settled());
        assertEquals("SHOP-2 Ship later: feedback", telling.email().orElseThrow().getSubject());
    }

    @Test
    public void leavesFeedbackThatItDidNotLookAtWhereTheStepsInFrontAreGone() {
        List<Notification> many = new ArrayList<>();
        for (int i = 2; i < NotificationMailer.MAX_TOLD + 3; i++) {
            many.add(told(1, i, NotificationReason.WATCHES));
        }
        when(log.named(anyCollection())).thenReturn(List.of());
        assertEquals(new Telling(many.subList(0, NotificationMailer.MAX_TOLD), Optional.empty()), mailer.telling(PLAIN, many));
    }

    @Test
    public void remindsOfNothingInAProjectThatNoLongerUsesTheApp() {
        when(projects.isOffering(any())).thenReturn(false);
        List<Notification> one = List.of(Notification.ofApprovals("ann", 1, NOON));
        assertEquals(new Telling(one, Optional.empty()), mailer.telling(PLAIN, one));
        verifyNoInteractions(approvals);
    }

    private Optional<Email> email(List<Notification> all) {
        Telling telling = mailer.telling(PLAIN, all);
        assertEquals(all, telling.settled());
        return telling.email();
    }

    private static Waiting waiting(Issue issue, Optional<String> onBehalfOf) {
        ApprovalStep request = new ApprovalStep(1, 9, 1, "REQUESTED", List.of(), Map.of(), "", "", "rita", Optional.empty(), NOON, false);
        return new Waiting(issue, onBehalfOf, request, Stream.of("Legal", "Support").map(name -> new RequirementState(
                new RequiredApproval(name, new ApprovalRequirement(name, name, 1,
                        new ApproverSources(List.of(), List.of(), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
                        Set.of(SealedSection.QUESTION), false, false), true, 1),
                ApprovalState.OPEN, 1, 0, List.of(), List.of("ann"))).toList());
    }

    private MutableIssue issue(long id, String key, String summary) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getKey()).thenReturn(key);
        when(issue.getSummary()).thenReturn(summary);
        when(issues.getIssueObject(Long.valueOf(id))).thenReturn(issue);
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, ann)).thenReturn(true);
        return issue;
    }

    private static Notification told(long issue, int step, NotificationReason reason) {
        return new Notification(0, "ann", new ThreadStepName(issue, 1, step), reason, NOON.plusSeconds(step));
    }

    private static ThreadStep step(ThreadStepName name) {
        return name.step() == 1
                ? new ThreadStep(name.issueId(), 9, name.number(), 1, Kind.OPENED, Optional.of(new ThreadStep.Subject(
                        new ThreadAnchor(ThreadSection.WHOLE, OptionalLong.empty(), ""), "Agree on the scope", OptionalLong.empty())),
                        "Opened", "rita", NOON, Optional.empty())
                : new ThreadStep(name.issueId(), 9, name.number(), name.step(), Kind.REPLIED, Optional.empty(),
                        "What about " + name.step() + ", [~ann]?", "rita", NOON.plusSeconds(name.step()), Optional.empty());
    }
}
