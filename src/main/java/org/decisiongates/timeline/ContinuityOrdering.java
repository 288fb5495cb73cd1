package org.decisiongates.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders changes whose times cannot be trusted by their values: each starts from the value the one before ended with. Clocks of two nodes
 * disagree, ids of change groups are assigned in blocks, and several changes share a millisecond: what a change says it started from is
 * better evidence than when, or under which number, it was written.
 *
 * @param <S> what is known at one moment
 * @param <C> a change
 */
public final class ContinuityOrdering<S, C> {

    /** How far the clocks of two nodes may be apart for their changes still to be ordered by their values. */
    public static final Duration SKEW = Duration.ofMinutes(10);
    /** Look-back and look-ahead where changes do not follow on: machines write a hundred thousand changes into one issue. */
    private static final int NEAR = 12;
    /** Orders that are tried at one place, and for one issue in all. */
    private static final int MAX_TRIES = 4_000;
    private static final int TRIES_IN_ALL = 100_000;

    private final Steps<S, C> steps;
    private final List<C> done = new ArrayList<>();
    /** The state before each that is done. */
    private final List<S> before = new ArrayList<>();
    private int triesLeft = TRIES_IN_ALL;

    private ContinuityOrdering(Steps<S, C> steps) {
        this.steps = steps;
    }

    /** How changes lead from one state to the next. */
    public interface Steps<S, C> {

        Instant at(C change);

        /** How many values of {@code state} differ from those the change starts from; 0 when it follows on. */
        int breaks(S state, C change);

        S next(S state, C change);
    }

    /**
     * The changes in an order with as few breaks as can be found, otherwise as they are given. None overtakes one that is more than
     * {@link #SKEW} apart.
     *
     * @param given in the order of their times, forwards or backwards
     * @param start the state before the first of them
     */
    public static <S, C> List<C> linked(List<C> given, S start, Steps<S, C> steps) {
        return new ContinuityOrdering<>(steps).linked(given, start);
    }

    private List<C> linked(List<C> given, S start) {
        S state = start;
        int taken = 0;
        while (taken < given.size()) {
            C change = given.get(taken);
            if (steps.breaks(state, change) == 0 || triesLeft <= 0) {
                state = take(change, state);
                taken++;
            } else {
                int to = until(given, taken);
                List<C> near = takeBack(change);
                state = before.size() > done.size() ? before.remove(done.size()) : state;
                near.addAll(given.subList(taken, to));
                for (C next : new Search(near, state).best()) {
                    state = take(next, state);
                }
                taken = to;
            }
        }
        return done;
    }

    /** The end of what is near in front. */
    private int until(List<C> given, int from) {
        int to = from + 1;
        while (to < given.size() && to - from < NEAR && isNear(given.get(from), given.get(to))) {
            to++;
        }
        return to;
    }

    /** What is near behind is ordered once more; the state before it stays at the end of the states. */
    private List<C> takeBack(C change) {
        int from = done.size();
        while (from > 0 && done.size() - from < NEAR && isNear(done.get(from - 1), change)) {
            from--;
        }
        List<C> near = new ArrayList<>(done.subList(from, done.size()));
        done.subList(from, done.size()).clear();
        if (before.size() > from + 1) {
            before.subList(from + 1, before.size()).clear();
        }
        return near;
    }

    private S take(C change, S state) {
        done.add(change);
        before.add(state);
        return steps.next(state, change);
    }

    private boolean isNear(C one, C other) {
        return Duration.between(steps.at(one), steps.at(other)).abs().compareTo(SKEW) <= 0;
    }

    /** Looks for the order of a few changes that has the fewest breaks; of several the one nearest to the order given. */
    private final class Search {

        private final List<C> near;
        private final S start;
        private final List<C> path = new ArrayList<>();
        private final Set<Dead<S>> dead = new HashSet<>();
        private int tries;

        Search(List<C> near, S start) {
            this.near = near;
            this.start = start;
        }

        List<C> best() {
            int asGiven = 0;
            S state = start;
            for (C change : near) {
                asGiven += steps.breaks(state, change);
                state = steps.next(state, change);
            }
            for (int allowed = 0; allowed < asGiven; allowed++) {
                tries = Math.min(MAX_TRIES, triesLeft);
                dead.clear();
                if (find(start, 0, allowed)) {
                    return path;
                }
            }
            return near;
        }

        private boolean find(S state, int used, int allowed) {
            if (path.size() == near.size()) {
                return true;
            }
            if (tries <= 0 || dead.contains(new Dead<>(state, used, allowed))) {
                return false;
            }
            tries--;
            triesLeft--;
            for (int i : candidates(state, used, allowed)) {
                path.add(near.get(i));
                if (find(steps.next(state, near.get(i)), used | 1 << i, allowed - steps.breaks(state, near.get(i)))) {
                    return true;
                }
                path.remove(path.size() - 1);
            }
            dead.add(new Dead<>(state, used, allowed));
            return false;
        }

        /** What may come next: what follows on in front, then what breaks least. */
        private List<Integer> candidates(S state, int used, int allowed) {
            List<Integer> candidates = new ArrayList<>();
            for (int i = 0; i < near.size(); i++) {
                if ((used & 1 << i) == 0 && mayComeNext(i, used) && steps.breaks(state, near.get(i)) <= allowed) {
                    candidates.add(i);
                }
            }
            candidates.sort(Comparator.comparingInt(i -> steps.breaks(state, near.get(i))));
            return candidates;
        }

        private boolean mayComeNext(int index, int used) {
            for (int i = 0; i < index; i++) {
                if ((used & 1 << i) == 0 && !isNear(near.get(i), near.get(index))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A place from which no order within the bounds was found. */
    private record Dead<S>(S state, int used, int allowed) {
    }
}
