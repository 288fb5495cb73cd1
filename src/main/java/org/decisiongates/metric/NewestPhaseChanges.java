package org.decisiongates.metric;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.PhaseChange;
import org.decisiongates.timeline.TemporalValue;

/** The newest of many phase changes. */
final class NewestPhaseChanges {

    static final int MOST = 1_000;
    private static final Comparator<PhaseChange> ORDER = Comparator.comparing(PhaseChange::at)
            .thenComparing(Comparator.comparing(PhaseChange::issueId).reversed());

    private final PriorityQueue<PhaseChange> turns = new PriorityQueue<>(ORDER);
    private long total;

    void add(IssueTimeline life, TemporalValue.Point<String> step) {
        total++;
        turns.add(new PhaseChange(life.id(), life.key(), life.kind(), step.to(), step.actor(), step.at()));
        if (turns.size() > MOST) {
            turns.poll();
        }
    }

    /** The newest first; of one instant, the issue with the lowest id first. */
    Listing<PhaseChange> listing() {
        List<PhaseChange> newestFirst = turns.stream().sorted(ORDER.reversed()).toList();
        return new Listing<>(newestFirst, total);
    }
}
