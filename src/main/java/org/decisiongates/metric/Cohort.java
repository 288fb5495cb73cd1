package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.metric.PostPilotExecutionStability.Cause;
import org.decisiongates.metric.PostPilotExecutionStability.Window;
import org.decisiongates.time.Elapsed;
import org.decisiongates.timeline.IssueTimeline;

/** The Decisions whose four weeks of observation ended in the period, and what destabilised them. */
final class Cohort {

    private static final int WORKING_DAYS_A_DATE_MAY_SLIP = 3;
    private static final int OWNER_CHANGES = 2;
    /** Above this many Decisions with links, stability is n/a rather than wrong. */
    private static final int MAX_DECISIONS = 10_000;

    private final ContributingIssues destabilised = new ContributingIssues();
    private final ContributingIssues undisturbed = new ContributingIssues();
    private final Map<Cause, Long> causes = Cause.counts();
    private final List<Blocked> blocked = new ArrayList<>();
    private boolean tooMany;
    private long size;

    void take(IssueTimeline issue, Window window) {
        size++;
        Set<Cause> found = found(issue, window);
        List<IssueTimeline.Blocking> links = issue.blockers().stream().filter(link -> link.at().isBefore(window.end())).toList();
        if (links.isEmpty()) {
            count(issue.id(), issue.key(), found);
        } else if (blocked.size() < MAX_DECISIONS) {
            blocked.add(new Blocked(issue.id(), issue.key(), found, links, window));
        } else {
            tooMany = true;
        }
    }

    /** Once all Blockers have been seen. */
    void settle(RecentBlockers seen) {
        for (Blocked one : blocked) {
            for (IssueTimeline.Blocking link : one.links()) {
                if (seen.cameUp(link.issueId(), one.window())) {
                    one.found().add(Cause.BLOCKED);
                }
                if (seen.fellBack(link.issueId(), one.window())) {
                    one.found().add(Cause.FALLBACK_INVOKED);
                }
            }
            count(one.id(), one.key(), one.found());
        }
        blocked.clear();
    }

    long size() {
        return size;
    }

    boolean isWhole() {
        return !tooMany;
    }

    ContributingIssues destabilised() {
        return destabilised;
    }

    /** What is behind the number: those that were destabilised; where none was, all of them. */
    ContributingIssues telling() {
        return destabilised.total() > 0 ? destabilised : undisturbed;
    }

    /** A Decision counts once for each cause, and once among the destabilised. */
    Map<Cause, Long> causes() {
        return causes;
    }

    private void count(long id, String key, Set<Cause> found) {
        found.forEach(cause -> causes.merge(cause, 1L, Long::sum));
        (found.isEmpty() ? undisturbed : destabilised).add(id, key);
    }

    private static Set<Cause> found(IssueTimeline issue, Window window) {
        Set<Cause> found = Cause.none();
        note(found, Cause.REOPENED, issue.reopenings().stream().anyMatch(step -> window.has(step.at())));
        note(found, Cause.SCOPE_CHANGED, issue.scopeEdits().stream().anyMatch(window::has));
        note(found, Cause.DUE_SLIPPED, slipped(issue, window));
        note(found, Cause.OWNER_CHANGED,
                issue.owners().points().stream().filter(change -> window.has(change.at())).count() >= OWNER_CHANGES);
        return found;
    }

    private static void note(Set<Cause> found, Cause cause, boolean holds) {
        if (holds) {
            found.add(cause);
        }
    }

    private static boolean slipped(IssueTimeline issue, Window window) {
        Optional<LocalDate> promised = issue.dueAt(window.commit());
        return promised.isPresent()
                && issue.dues().points().stream().filter(change -> window.has(change.at())).flatMap(change -> change.to().stream())
                        .anyMatch(day -> Elapsed.workingDays(promised.get().plusDays(1), day.plusDays(1)) > WORKING_DAYS_A_DATE_MAY_SLIP);
    }

    private record Blocked(long id, String key, Set<Cause> found, List<IssueTimeline.Blocking> links, Window window) {
    }
}
