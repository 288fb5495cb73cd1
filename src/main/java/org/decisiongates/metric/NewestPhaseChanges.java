package org.decisiongates.metric;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.PhaseChange;
import org.decisiongates.timeline.TemporalValue;

/** The newest of many phase changes. */
final class NewestPhaseChanges {

    static final int MAX_CHANGES = 1_000;
    private static final Comparator<PhaseChange> ORDER = Comparator.comparing(PhaseChange::at)
            .thenComparing(Comparator.comparing(PhaseChange::issueId).reversed());

    private final PriorityQueue<PhaseChange> changes = new PriorityQueue<>(ORDER);
    private long total;

    void add(IssueTimeline issue, TemporalValue.Point<String> step) {
        total++;
        changes.add(new PhaseChange(issue.id(), issue.key(), issue.kind(), step.to(), step.actor(), step.at()));
        if (changes.size() > MAX_CHANGES) {
            changes.poll();
        }
    }

    /** The newest first; of one instant, the issue with the lowest id first. */
    Listing<PhaseChange> listing() {
        List<PhaseChange> newestFirst = changes.stream().sorted(ORDER.reversed()).toList();
        return new Listing<>(newestFirst, total);
    }
}
