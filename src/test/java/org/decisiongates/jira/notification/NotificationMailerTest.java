package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;

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

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.QuietHours;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepName;

public class NotificationMailerTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final NotificationChoice PLAIN = new NotificationChoice("ann", Delivery.AT_ONCE, 9, new QuietHours(0, 0, false), false);

    private final UserManager users = mock(UserManager.class);
    private final com.atlassian.sal.api.user.UserManager access = mock(com.atlassian.sal.api.user.UserManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ThreadStepFeed log = mock(ThreadStepFeed.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final ApplicationUser ann = mock(ApplicationUser.class);
    private final NotificationMailer mailer = new NotificationMailer(users, access, permissions, issues, log,
            new NotificationMailFormatter(users, new JiraTexts(new BundleTexts(), locales), zones, application,
                    new MentionFormatter(users)),
            mock(TemplateRenderer.class), mock(MailQueue.class));

    @Before
    public void aReaderWhoMayBrowse() {
        when(users.getUserByKey("ann")).thenReturn(ann);
        when(users.getUserByName("ann")).thenReturn(ann);
        when(ann.getDisplayName()).thenReturn("Ann Archer");
        when(ann.getKey()).thenReturn("ann");
        when(ann.isActive()).thenReturn(true);
        when(access.isLicensed(new UserKey("ann"))).thenReturn(true);
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
        Email email = mailer.email(PLAIN, List.of(told(1, 2, NotificationReason.MENTIONED))).orElseThrow();
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
        Email email = mailer.email(PLAIN, List.of(told(1, 2, NotificationReason.WATCHES), told(2, 2, NotificationReason.WATCHES)))
                .orElseThrow();
        assertEquals("Feedback on 2 issues", email.getSubject());
    }

    @Test
    public void saysNothingOfIssuesThatItsReaderMayNotSeeAnyMore() {
        MutableIssue hidden = issue(2, "SHOP-2", "Ship later");
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, hidden, ann)).thenReturn(false);
        List<Notification> both = List.of(told(1, 2, NotificationReason.WATCHES), told(2, 2, NotificationReason.MENTIONED),
                told(3, 2, NotificationReason.MENTIONED));
        String body = mailer.email(PLAIN, both).orElseThrow().getBody();
        assertFalse(body, body.contains("SHOP-2") || body.contains("more entries"));
        assertEquals(Optional.empty(), mailer.email(PLAIN, both.subList(1, 3)));
    }

    @Test
    public void isNotMadeForWhoCannotStopItIsDeactivatedHasNoAddressOrIsGone() {
        List<Notification> one = List.of(told(1, 2, NotificationReason.WATCHES));
        when(access.isLicensed(any())).thenReturn(false);
        assertEquals("the page is for licensed people", Optional.empty(), mailer.email(PLAIN, one));
        when(access.isLicensed(any())).thenReturn(true);
        when(ann.isActive()).thenReturn(false);
        assertEquals(Optional.empty(), mailer.email(PLAIN, one));
        when(ann.isActive()).thenReturn(true);
        for (String address : new String[] {null, "", " "}) {
            when(ann.getEmailAddress()).thenReturn(address);
            assertEquals(Optional.empty(), mailer.email(PLAIN, one));
        }
        when(users.getUserByKey("ann")).thenReturn(null);
        assertEquals(Optional.empty(), mailer.email(PLAIN, one));
    }

    @Test
    public void tellsOfABreachedWindowAndOfNoStepThatIsGone() {
        when(log.named(anyCollection())).thenReturn(List.of(step(new ThreadStepName(1, 1, 1))));
        Notification breach = new Notification(0, "ann", new ThreadStepName(1, 1, 0), NotificationReason.WINDOW_BREACHED, NOON);
        String body = mailer.email(PLAIN, List.of(breach, told(1, 2, NotificationReason.WATCHES))).orElseThrow().getBody();
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
        String body = mailer.email(PLAIN, many).orElseThrow().getBody();
        assertEquals(NotificationMailer.MAX_TOLD, body.split("\\* rita replied", -1).length - 1);
        assertTrue(body, body.contains("3 more entries are in Jira and not in this e-mail."));
        body = mailer.email(PLAIN, many.subList(0, NotificationMailer.MAX_TOLD + 1)).orElseThrow().getBody();
        assertTrue(body, body.contains("One more entry is in Jira and not in this e-mail."));
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
