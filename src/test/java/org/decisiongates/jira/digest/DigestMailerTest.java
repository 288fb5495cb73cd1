package org.decisiongates.jira.digest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.templaterenderer.TemplateRenderer;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.digest.DigestTime.DueDigest;
import org.decisiongates.digest.UnreportedWeek;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.HeaderBuilder;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.jira.digest.DigestMailer.Outcome;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.summary.SummaryService;
import org.decisiongates.jira.summary.WeekResult;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.time.Week;

public class DigestMailerTest {

    private static final Week TOLD = Week.parse("2026-W48");
    private static final Week BEFORE = Week.parse("2026-W47");
    private static final DueDigest DUE = new DueDigest("2026-W49", TOLD);
    private static final DigestSubscription PLAIN = new DigestSubscription(7, "ann", 10000, new DigestTime(DayOfWeek.MONDAY, 8), false,
            false);

    private final ProjectManager projects = mock(ProjectManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final UserManager users = mock(UserManager.class);
    private final SummaryService summaries = mock(SummaryService.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final MailQueue queue = mock(MailQueue.class);
    private final DigestMailer mailer = new DigestMailer(projects, permissions, users, summaries, mock(ScopeResolver.class),
            new JiraTexts(new BundleTexts(), locales), application, mock(TemplateRenderer.class), queue);
    private final Project shop = mock(Project.class);
    private final ApplicationUser ann = mock(ApplicationUser.class);
    private final List<String> bodies = new ArrayList<>();

    @Before
    public void aReaderWhoMayBrowse() {
        when(projects.getProjectObj(10000L)).thenReturn(shop);
        when(shop.getKey()).thenReturn("SHOP");
        when(shop.getName()).thenReturn("Storefront");
        when(users.getUserByKey("ann")).thenReturn(ann);
        when(ann.isActive()).thenReturn(true);
        when(ann.getEmailAddress()).thenReturn("ann@example.com");
        when(permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, shop, ann)).thenReturn(true);
        when(locales.getLocale(any(UserKey.class))).thenReturn(Locale.ENGLISH);
        when(application.getBaseUrl(any())).thenReturn("https://jira.example");
        doAnswer(call -> bodies.add(call.<SingleMailQueueItem>getArgument(0).getEmail().getBody())).when(queue).addItem(any());
    }

    @Test
    public void tellsOfWeeksThatNoDigestToldOnlyWhatWasSettledOrReopenedSince() {
        found(TOLD, Summaries.typical());
        found(BEFORE, Summaries.typical());

        assertEquals(Outcome.QUEUED, send(new UnreportedWeek(BEFORE, Summaries.FRIDAY.minusDays(2))));

        String news = bodies.get(0).substring(bodies.get(0).indexOf(" in week 2026-W47, since the last e-mail"));
        assertTrue(news, news.contains("SHOP-2") && news.contains("SHOP-1"));
        assertFalse("settled before that day", news.contains("SHOP-3"));
        assertFalse("what is open is told once", news.contains("SHOP-9"));
    }

    @Test
    public void saysNothingOfUntoldWeeksInWhichNothingHappened() {
        found(TOLD, Summaries.typical());
        found(BEFORE, Summaries.typical());
        send(new UnreportedWeek(BEFORE, Summaries.FRIDAY));
        assertFalse(bodies.get(0), bodies.get(0).contains("since the last e-mail"));
        when(summaries.read(any(), eq(BEFORE), eq(ann))).thenReturn(new WeekResult.NotKept());
        send(new UnreportedWeek(BEFORE, LocalDate.EPOCH));
        assertFalse(bodies.get(1), bodies.get(1).contains("since the last e-mail"));
    }

    @Test
    public void isSentForAnUntoldWeekAloneAndElseNotWithoutAnythingToTell() {
        found(TOLD, Summaries.empty());
        found(BEFORE, Summaries.empty());
        assertEquals(Outcome.EMPTY, send(new UnreportedWeek(BEFORE, LocalDate.EPOCH)));
        found(BEFORE, SummaryBuilder.like(Summaries.typical()).reopened(Listing.of(List.of())).summary());
        assertEquals(Outcome.QUEUED, send(new UnreportedWeek(BEFORE, LocalDate.EPOCH)));
        assertEquals(1, bodies.size());
    }

    @Test
    public void waitsWhileNobodyKnowsWhatWasSettled() {
        WeeklySummary pending = SummaryBuilder.like(Summaries.empty())
                .header(HeaderBuilder.aHeader().week("2026-W47").numbers(SummaryHeader.Numbers.PENDING).header()).summary();
        found(TOLD, pending);
        found(BEFORE, Summaries.empty());
        assertEquals(Outcome.LATER, send(new UnreportedWeek(BEFORE, LocalDate.EPOCH)));
        found(TOLD, Summaries.typical());
        found(BEFORE, pending);
        assertEquals(Outcome.LATER, send(new UnreportedWeek(BEFORE, LocalDate.EPOCH)));
        assertEquals(List.of(), bodies);
    }

    private Outcome send(UnreportedWeek untold) {
        return mailer.send(PLAIN, DUE, List.of(untold), mailer.reader(PLAIN).orElseThrow());
    }

    private void found(Week week, WeeklySummary summary) {
        when(summaries.read(any(), eq(week), eq(ann))).thenReturn(new WeekResult.Found(summary));
    }
}
