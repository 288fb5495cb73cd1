package org.decisiongates.metric;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The newest of many turns. */
final class Newest {

    static final int MOST = 1_000;
    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::at).thenComparing(Comparator.comparing(Turn::issueId).reversed());

    private final PriorityQueue<Turn> turns = new PriorityQueue<>(ORDER);
    private long total;

    void add(Life life, Course.Point<String> step) {
        total++;
        turns.add(new Turn(life.id(), life.key(), life.kind(), step.to(), step.actor(), step.at()));
        if (turns.size() > MOST) {
            turns.poll();
        }
    }

    /** The newest first; of one instant, the issue with the lowest id first. */
    Listing<Turn> listing() {
        List<Turn> newestFirst = turns.stream().sorted(ORDER.reversed()).toList();
        return new Listing<>(newestFirst, total);
    }
}
