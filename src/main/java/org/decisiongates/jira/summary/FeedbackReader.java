package org.decisiongates.jira.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.ThreadState;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ReviewThreads.AskedThread;
import org.decisiongates.summary.FeedbackCounts;
import org.decisiongates.summary.IssueFeedback;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;

/**
 * Counts what feedback threads of a scope ask of owners, and the 48-hour windows of a week, issue by issue: one statement, and nothing that
 * was written in threads (ADR-0172).
 */
@JiraComponent
class FeedbackReader {

    private final ReviewThreads threads;

    FeedbackReader(ReviewThreads threads) {
        this.threads = threads;
    }

    /**
     * What is counted of the issues that a reader may see, of which nothing is named yet.
     *
     * @param open what is listed as open
     * @return empty where it cannot be told
     */
    Optional<Stored> read(Visibility visibility, Collection<Listing<SnapshotEntry<OpenItem>>> open, WeekMoment when) {
        if (visibility.tooMany()) {
            return Optional.empty();
        }
        OptionalLong project = visibility.issues().isPresent() ? OptionalLong.empty()
                : visibility.scope().project().map(one -> OptionalLong.of(one.getId())).orElse(OptionalLong.empty());
        Collection<Long> looked = visibility.issues().map(ids -> (Collection<Long>) ids)
                .orElseGet(() -> open.stream().flatMap(section -> section.rows().stream()).map(SnapshotEntry::issueId)
                        .collect(Collectors.toSet()));
        return threads.asked(looked, project).map(found -> {
            Map<Long, FeedbackCounts> counted = new TreeMap<>();
            found.forEach((issue, asked) -> {
                FeedbackCounts counts = counts(asked, when);
                if (visibility.has(issue) && !counts.equals(FeedbackCounts.NONE)) {
                    counted.put(issue, counts);
                }
            });
            return new Stored(counted);
        }).filter(stored -> stored.byIssue().size() <= IssueFeedback.MAX_ISSUES);
    }

    private static FeedbackCounts counts(List<AskedThread> asked, WeekMoment when) {
        Instant now = when.now().toInstant();
        List<OwnerActionWindow> windows = asked.stream().map(AskedThread::window).filter(window -> isOf(window, when)).toList();
        long met = windows.stream().filter(window -> window.state(now) == OwnerActionWindow.State.MET).count();
        return new FeedbackCounts(count(asked, ThreadState.NEEDS_OWNER_ACTION), count(asked, ThreadState.DISPUTED), met,
                windows.size() - met);
    }

    private static long count(List<AskedThread> asked, ThreadState state) {
        return asked.stream().filter(thread -> thread.state() == state).count();
    }

    /** Whether its verdict has been given, and it was due in the week or brought to its end in it. */
    private static boolean isOf(OwnerActionWindow window, WeekMoment when) {
        boolean isDue = when.period().has(window.due());
        boolean hasEnded = window.closed().filter(when.period()::has).isPresent();
        return (isDue || hasEnded) && window.state(when.now().toInstant()) != OwnerActionWindow.State.RUNNING;
    }

    /**
     * What is counted, without names.
     *
     * @param byIssue by issue id, issues without anything left out
     */
    record Stored(Map<Long, FeedbackCounts> byIssue) {

        /** Ids of the issues that have to be found. */
        Set<Long> issues() {
            return byIssue.keySet();
        }
    }

    /**
     * With keys, by issue id. What was not found is not counted: it was deleted, or the reader may not see it; neither is what is in
     * another project by now.
     *
     * @param found the issues that the reader may see, of {@link Stored#issues}
     */
    static List<SnapshotEntry<IssueFeedback>> named(Stored stored, Map<Long, Issue> found, Optional<Project> project) {
        List<SnapshotEntry<IssueFeedback>> named = new ArrayList<>();
        stored.byIssue().forEach((id, counts) -> Optional.ofNullable(found.get(id))
                .filter(issue -> project.isEmpty() || project.get().getId().equals(issue.getProjectId()))
                .ifPresent(issue -> named.add(new SnapshotEntry<>(id, new IssueFeedback(issue.getKey(), counts)))));
        return named;
    }
}
