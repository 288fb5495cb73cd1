package org.decisiongates.jira.notification;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.status.category.StatusCategory;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.notification.NotificationFinder.FoundInSteps;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.ThreadStepRecipients;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadProgress;
import org.decisiongates.review.ThreadProgress.Moment;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepFeed.EndedWindow;
import org.decisiongates.review.ThreadStepFeed.PlacedStep;
import org.decisiongates.review.ThreadStepFeed.StepAuthor;
import org.decisiongates.review.ThreadStepName;

public class NotificationFinderTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofHours(48));

    private final ThreadStepFeed log = mock(ThreadStepFeed.class);
    private final ReviewThreads threads = mock(ReviewThreads.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final IssueViewFactory views = mock(IssueViewFactory.class);
    private final WatcherManager watchers = mock(WatcherManager.class);
    private final UserManager users = mock(UserManager.class);
    private final IssueView view = mock(IssueView.class);
    private final EnabledProjects projects = mock(EnabledProjects.class);
    private final Project project = mock(Project.class);
    private final StatusCategory category = mock(StatusCategory.class);
    private final NotificationFinder finder = new NotificationFinder(log, threads, issues, views, watchers, users, projects);

    @Before
    public void anIssueOfOtto() {
        MutableIssue issue = mock(MutableIssue.class);
        Status status = mock(Status.class);
        when(issue.getStatus()).thenReturn(status);
        when(status.getStatusCategory()).thenReturn(category);
        when(category.getKey()).thenReturn("indeterminate");
        when(issue.getProjectObject()).thenReturn(project);
        when(projects.isOffering(project)).thenReturn(true);
        when(issues.getIssueObject(Long.valueOf(1))).thenReturn(issue);
        when(views.before(eq(issue), any(String.class))).thenReturn(view);
        when(view.has(Field.OWNER)).thenReturn(true);
        when(view.person(Field.OWNER)).thenReturn(Optional.of(new Person("otto", "Otto", true, true)));
        List<ApplicationUser> watching = Arrays.asList(user("vera"), null);
        when(watchers.getWatchersUnsorted(issue)).thenReturn(watching);
        ApplicationUser mia = user("mia");
        when(users.getUserByName("mia.m")).thenReturn(mia);
        when(log.authors(anyCollection())).thenReturn(Map.of(1L, List.of(author(1, 1, "rita"), author(1, 2, Person.ERASED),
                author(1, 3, "wanda"), author(1, 4, "later"), author(2, 1, "elsewhere"))));
    }

    @Test
    public void findsThoseWhomAStepConcerns() {
        ThreadStep asked = new ThreadStep(1, 2, 1, 3, Kind.OWNER_ACTION, Optional.empty(), "[~mia.m] [~nobody]", "wanda", NOON,
                Optional.of(DUE));
        assertEquals("mia MENTIONED 3, otto OWNER_ACTION 3, rita TOOK_PART 3, vera WATCHES 3",
                told(finder.ofSteps(List.of(new PlacedStep(7, asked))).notifications()));
    }

    @Test
    public void tellsNobodyOfAnIssueThatIsGone() {
        ThreadStep reply = new ThreadStep(9, 2, 1, 3, Kind.REPLIED, Optional.empty(), "[~mia.m]", "wanda", NOON, Optional.empty());
        assertEquals("", told(finder.ofSteps(List.of(new PlacedStep(7, reply))).notifications()));
    }

    @Test
    public void endsBehindTheStepWithWhichEnoughIsFound() {
        List<ApplicationUser> many = IntStream.range(0, ThreadStepRecipients.MAX).mapToObj(i -> user("watcher " + i)).toList();
        when(watchers.getWatchersUnsorted(any())).thenReturn(many);
        ThreadStep reply = new ThreadStep(1, 2, 1, 3, Kind.REPLIED, Optional.empty(), "", "wanda", NOON, Optional.empty());
        FoundInSteps found = finder.ofSteps(Collections.nCopies(10, new PlacedStep(7, reply)));
        assertEquals("4 steps, 2000 notifications", found.steps() + " steps, " + found.notifications().size() + " notifications");
        assertEquals(0, finder.ofSteps(List.of()).steps());
    }

    @Test
    public void tellsTheOwnerOfABreachedWindowOnceAndOfNoOther() {
        when(threads.progressOf(anyCollection())).thenReturn(Map.of(1L, List.of(thread(1, Kind.REPLIED, NOON),
                thread(2, Kind.RESOLVED, DUE), thread(3, Kind.RESOLVED, DUE.plusMillis(1)))));
        List<EndedWindow> ended = List.of(new EndedWindow(1, 1, DUE), new EndedWindow(1, 1, DUE), new EndedWindow(1, 2, DUE),
                new EndedWindow(1, 3, DUE), new EndedWindow(9, 1, DUE));
        List<Notification> found = finder.ofWindows(ended);
        assertEquals("otto WINDOW_BREACHED 0, otto WINDOW_BREACHED 0", told(found));
        assertEquals(List.of(1, 3), found.stream().map(one -> one.step().number()).toList());
        when(view.has(Field.OWNER)).thenReturn(false);
        assertEquals("an issue without an owner", "", told(finder.ofWindows(ended)));
    }

    @Test
    public void tellsOfNoBreachWhereNothingIsLeftToDo() {
        when(threads.progressOf(anyCollection())).thenReturn(Map.of(1L, List.of(thread(1, Kind.REPLIED, NOON))));
        List<EndedWindow> ended = List.of(new EndedWindow(1, 1, DUE));
        assertEquals("otto WINDOW_BREACHED 0", told(finder.ofWindows(ended)));
        when(category.getKey()).thenReturn("done");
        assertEquals("an issue that is over", "", told(finder.ofWindows(ended)));
        when(category.getKey()).thenReturn("new");
        when(projects.isOffering(project)).thenReturn(false);
        assertEquals("a project that no longer uses the app", "", told(finder.ofWindows(ended)));
    }

    private static ThreadProgress thread(int number, Kind last, Instant at) {
        return new ThreadProgress(number, ThreadSection.WHOLE, List.of(new Moment(Kind.OPENED, NOON, Optional.empty()),
                new Moment(Kind.OWNER_ACTION, NOON, Optional.of(DUE)), new Moment(last, at, Optional.empty())));
    }

    private static StepAuthor author(int thread, int step, String key) {
        return new StepAuthor(new ThreadStepName(1, thread, step), key);
    }

    private static ApplicationUser user(String key) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        return user;
    }

    private static String told(List<Notification> found) {
        return found.stream().map(one -> one.person() + " " + one.reason() + " " + one.step().step()).collect(Collectors.joining(", "));
    }
}
