package org.decisiongates.jira.gate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.decisiongates.issue.IssueDispute;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.review.ReviewThreads;

/** Finds which Decisions are disputed, of issues and of what they are linked to. For one thread of execution. */
final class DisputeReader {

    private static final int MAX_ISSUES = 200;

    private final ReviewThreads threads;
    private final ZoneId zone;
    private final Supplier<Set<Long>> together;
    private Map<Long, Instant> read;

    private DisputeReader(ReviewThreads threads, ZoneId zone, Supplier<Set<Long>> together) {
        this.threads = threads;
        this.zone = zone;
        this.together = together;
    }

    /** Of one issue: a statement for every 200 Decisions that it is linked to. */
    static DisputeReader ofOne(ReviewThreads threads, ZoneId zone) {
        return new DisputeReader(threads, zone, Set::of);
    }

    /**
     * Of several issues: a statement for every 200 Decisions, at the first question.
     *
     * @param together ids of all issues, and of all Decisions that they are linked to
     */
    static DisputeReader ofMany(ReviewThreads threads, ZoneId zone, Supplier<Set<Long>> together) {
        return new DisputeReader(threads, zone, together);
    }

    List<IssueDispute> of(long issueId, List<LinkedIssue> links) {
        Set<Long> decisions = new TreeSet<>(links.stream().filter(LinkedIssue::isDecision).map(LinkedIssue::storedId).toList());
        Map<Long, Instant> since = disputed(issueId, decisions);
        List<IssueDispute> disputes = new ArrayList<>();
        Optional.ofNullable(since.get(issueId)).ifPresent(at -> disputes.add(dispute(Optional.empty(), at)));
        decisions.stream().filter(since::containsKey).forEach(id -> disputes.add(dispute(Optional.of(id), since.get(id))));
        return disputes;
    }

    private Map<Long, Instant> disputed(long issueId, Set<Long> decisions) {
        if (read == null) {
            Set<Long> all = new TreeSet<>(together.get());
            all.add(issueId);
            all.addAll(decisions);
            read = read(new ArrayList<>(all));
        }
        return read;
    }

    private Map<Long, Instant> read(List<Long> ids) {
        Map<Long, Instant> since = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MAX_ISSUES) {
            since.putAll(threads.disputedSince(ids.subList(from, Math.min(ids.size(), from + MAX_ISSUES))));
        }
        return since;
    }

    private IssueDispute dispute(Optional<Long> linked, Instant since) {
        return new IssueDispute(linked, since.atZone(zone).toLocalDate());
    }
}
