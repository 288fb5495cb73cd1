package org.decisiongates.jira.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.ContinuityOrdering;

/**
 * Corrects the journal where its end differs from the issue, because the issue is right. It leaves recently changed issues alone, since
 * issue, history and journal are not read at one moment, and it reads twice, since a search may return an outdated index.
 */
final class JournalCorrection {

    private static final Logger LOG = LoggerFactory.getLogger(JournalCorrection.class);

    private final Changes changes;
    private final IssueHistories histories;
    private final IssueManager issues;

    JournalCorrection(Changes changes, IssueHistories histories, IssueManager issues) {
        this.changes = changes;
        this.histories = histories;
        this.issues = issues;
    }

    /** How many rows that took, if {@code recorded} is all the journal says of the issue. */
    long correct(Issue issue, List<Change> recorded, Instant now) {
        if (recorded.isEmpty() || isBeingWorkedOn(issue, now) || histories.corrections(issue, recorded, now).isEmpty()) {
            return 0;
        }
        Issue again = issues.getIssueObject(issue.getId());
        if (again == null || !secondOf(again).equals(secondOf(issue))) {
            return 0;
        }
        List<Change> corrections = histories.corrections(again, changes.recorded(List.of(again.getId())), now);
        if (!corrections.isEmpty()) {
            LOG.warn("issue {} stands elsewhere than its history ends; the journal is told so: {}", again.getKey(),
                    corrections.stream().map(change -> change.item() + " " + change.from() + " > " + change.to()).toList());
        }
        return corrections.stream().filter(changes::append).count();
    }

    /** When it was last changed, as precisely as an index stores it: search results have no milliseconds. */
    private static Optional<Instant> secondOf(Issue issue) {
        return Optional.ofNullable(issue.getUpdated()).map(updated -> updated.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean isBeingWorkedOn(Issue issue, Instant now) {
        return issue.getUpdated() != null && issue.getUpdated().toInstant().isAfter(now.minus(ContinuityOrdering.SKEW));
    }
}
