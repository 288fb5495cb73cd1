package org.decisiongates.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.decisiongates.journal.Change;
import org.decisiongates.journal.Change.Item;

/** Puts the changes of one issue into the order in which they happened, each once, whatever order they came in. */
final class Chain {

    /** How far the clocks of two nodes may be apart for their changes still to be put in order by what they say. */
    static final Duration SKEW = Duration.ofMinutes(10);
    /** How far is looked ahead for what goes on from where one is: machines write a hundred thousand changes into one issue. */
    private static final int NEAR = 16;

    // ids of change groups grow: a longer number is a larger one
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::at).thenComparing(Chain::rank)
            .thenComparing((Change change) -> change.group().length()).thenComparing(Change::group)
            .thenComparing(Chain::place)
            .thenComparing(Change::item).thenComparing(Change::subject).thenComparing(Change::from).thenComparing(Change::to);

    private Chain() {
    }

    static List<Change> ordered(Collection<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(ORDER);
        Set<Name> names = new HashSet<>();
        sorted.removeIf(change -> !names.add(new Name(change.group(), change.item(), change.subject())));
        return sorted;
    }

    /**
     * Changes of one item, so that each goes on from where the one before ended, as far as clocks that disagree by {@link #SKEW} explain
     * that they do not.
     */
    static List<Change> linked(List<Change> ordered, String initial) {
        List<Change> linked = new ArrayList<>(ordered.size());
        List<Change> near = new ArrayList<>(NEAR);
        String value = initial;
        for (int taken = 0; linked.size() < ordered.size(); ) {
            while (near.size() < NEAR && taken < ordered.size()) {
                near.add(ordered.get(taken++));
            }
            Change next = near.remove(next(near, value));
            linked.add(next);
            value = next.to();
        }
        return linked;
    }

    /** What {@link Change#identity()} is made of, for one issue. */
    private record Name(String group, Item item, String subject) {
    }

    /** Within one instant an issue is created first and deleted last. */
    private static int rank(Change change) {
        return change.group().equals(Change.CREATION) ? 0 : change.item() == Item.DELETED ? 2 : 1;
    }

    /** Within one group an issue leaves a project before it comes to another, and is changed there. */
    private static int place(Change change) {
        return change.item() == Item.MOVED ? 0 : change.item() == Item.CREATED ? 1 : 2;
    }

    private static int next(List<Change> near, String value) {
        Change first = near.get(0);
        for (int i = 0; i < near.size() && Duration.between(first.at(), near.get(i).at()).compareTo(SKEW) <= 0; i++) {
            if (near.get(i).from().equals(value)) {
                return i;
            }
        }
        return 0;
    }
}
