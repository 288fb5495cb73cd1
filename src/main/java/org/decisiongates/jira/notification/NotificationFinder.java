package org.decisiongates.jira.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationReason;
import org.decisiongates.notification.ThreadStepRecipients;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadProgress;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepFeed.EndedWindow;
import org.decisiongates.review.ThreadStepFeed.PlacedStep;
import org.decisiongates.review.ThreadStepFeed.StepAuthor;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.text.Mentions;

/** Finds whom steps of threads, and windows that ended, concern: one statement for all steps and one for the windows of 200 issues. */
@JiraComponent
class NotificationFinder {

    /** With how many found the steps end, so that storing them is no long transaction: a step concerns some hundred people at most. */
    static final int MAX_FOUND = 2_000;

    private static final int MAX_ISSUES = 200;
    private static final String OVER = "done";

    private final ThreadStepFeed log;
    private final ReviewThreads threads;
    private final IssueManager issues;
    private final IssueViewFactory views;
    private final WatcherManager watchers;
    private final UserManager users;
    private final EnabledProjects projects;

    NotificationFinder(ThreadStepFeed log, ReviewThreads threads, IssueManager issues, IssueViewFactory views, WatcherManager watchers,
            UserManager users, EnabledProjects projects) {
        this.log = log;
        this.threads = threads;
        this.issues = issues;
        this.views = views;
        this.watchers = watchers;
        this.users = users;
        this.projects = projects;
    }

    /** Who is to be told of these steps, in their order. Of issues that are gone nobody is told anything. */
    FoundInSteps ofSteps(List<PlacedStep> steps) {
        Set<Long> ids = steps.stream().map(logged -> logged.step().issueId()).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, List<StepAuthor>> authors = log.authors(ids);
        Map<Long, Optional<PeopleOfIssue>> people = new HashMap<>();
        List<Notification> found = new ArrayList<>();
        int looked = 0;
        while (looked < steps.size() && found.size() < MAX_FOUND) {
            ThreadStep step = steps.get(looked).step();
            looked++;
            people.computeIfAbsent(step.issueId(), this::peopleOf).ifPresent(of -> {
                ThreadStepRecipients recipients = new ThreadStepRecipients(mentioned(step.text()), of.owner(),
                        writers(step, authors.getOrDefault(step.issueId(), List.of())), of.watchers());
                recipients.of(step).forEach((person, reason) -> found.add(new Notification(0, person, name(step), reason, step.at())));
            });
        }
        return new FoundInSteps(found, looked);
    }

    /** Which owners are to be told of these windows, because they were breached, and there is something left that they can do. */
    List<Notification> ofWindows(List<EndedWindow> windows) {
        List<Long> ids = windows.stream().map(EndedWindow::issueId).distinct().toList();
        Map<Long, List<ThreadProgress>> progress = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MAX_ISSUES) {
            progress.putAll(threads.progressOf(ids.subList(from, Math.min(ids.size(), from + MAX_ISSUES))));
        }
        return windows.stream().distinct().filter(ended -> isBreached(ended, progress.getOrDefault(ended.issueId(), List.of())))
                .flatMap(ended -> ownerWhoCanAct(ended.issueId()).stream()
                        .map(owner -> new Notification(0, owner, new ThreadStepName(ended.issueId(), ended.number(), 0),
                                NotificationReason.WINDOW_BREACHED, ended.due())))
                .toList();
    }

    private static boolean isBreached(EndedWindow ended, List<ThreadProgress> threads) {
        return threads.stream().filter(thread -> thread.number() == ended.number()).flatMap(thread -> thread.window().stream())
                .anyMatch(window -> window.state(ended.due().plusMillis(1)) == OwnerActionWindow.State.BREACHED);
    }

    /** User keys of who took a step of the thread before, but for erased people. */
    private static Set<String> writers(ThreadStep step, List<StepAuthor> ofIssue) {
        return ofIssue.stream().filter(author -> author.step().number() == step.number() && author.step().step() < step.step())
                .map(StepAuthor::actor).filter(key -> !key.equals(Person.ERASED)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> mentioned(String text) {
        return Mentions.in(text).stream().flatMap(name -> Stream.ofNullable(users.getUserByName(name))).map(ApplicationUser::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<PeopleOfIssue> peopleOf(long issueId) {
        return Optional.ofNullable(issues.getIssueObject(issueId)).map(issue -> new PeopleOfIssue(owner(issue),
                watchers.getWatchersUnsorted(issue).stream().filter(Objects::nonNull).map(ApplicationUser::getKey).toList()));
    }

    /** Of an issue that is over, or in a project that no longer uses the app, nobody is asked to act. */
    private Optional<String> ownerWhoCanAct(long issueId) {
        return Optional.<Issue>ofNullable(issues.getIssueObject(issueId))
                .filter(issue -> projects.isOffering(issue.getProjectObject()) && !isOver(issue)).flatMap(this::owner);
    }

    private static boolean isOver(Issue issue) {
        return Optional.ofNullable(issue.getStatus()).map(Status::getStatusCategory).filter(category -> OVER.equals(category.getKey()))
                .isPresent();
    }

    private Optional<String> owner(Issue issue) {
        IssueView view = views.before(issue, "");
        return view.has(Field.OWNER) ? view.person(Field.OWNER).map(Person::key) : Optional.empty();
    }

    private static ThreadStepName name(ThreadStep step) {
        return new ThreadStepName(step.issueId(), step.number(), step.step());
    }

    /**
     * What was found in steps.
     *
     * @param steps how many of them were looked at; where there are steps at least one
     */
    record FoundInSteps(List<Notification> notifications, int steps) {

        FoundInSteps {
            notifications = List.copyOf(notifications);
        }
    }

    /** User keys. */
    private record PeopleOfIssue(Optional<String> owner, List<String> watchers) {
    }
}
