package org.decisiongates.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.decisiongates.time.BusinessHours;

/**
 * The 48 hours in which the owner of an issue has to bring a thread to its end, or have a dispute settled (M8). Its verdict is that of the
 * last moment of the window, and nothing afterwards changes it.
 *
 * @param start  when the action was first asked for, or the Decision disputed
 * @param due    the last moment, inclusive
 * @param closed since when the thread has been resolved or declined, or the dispute settled; empty while it goes on
 * @param met    whether it was so at the last moment of the window; while that lies ahead, whether it is so
 */
public record OwnerActionWindow(Instant start, Instant due, Optional<Instant> closed, boolean met) {

    /** How long it lasts: plain time, or business time where the project says so. */
    public static final Duration LENGTH = Duration.ofHours(48);

    /** How a window stands. */
    public enum State {
        /** There is time left. */
        RUNNING,
        /** The thread was brought to its end in time. */
        MET,
        /** It was not: for ever. */
        BREACHED
    }

    /** The last moment of a window that begins at {@code start}; {@code hours} are those of the project, where it counts business time. */
    public static Instant due(Instant start, Optional<BusinessHours> hours) {
        return hours.map(own -> own.plus(start, LENGTH)).orElseGet(() -> start.plus(LENGTH));
    }

    /** Whether it counts business time; what began and ends so that plain time says the same counts as that. */
    public boolean isBusinessTime() {
        return !due.equals(start.plus(LENGTH));
    }

    /** How it stands at an instant that no step of the thread is later than. */
    public State state(Instant now) {
        if (met) {
            return State.MET;
        }
        return now.isAfter(due) ? State.BREACHED : State.RUNNING;
    }

    /** Plain time that is left; zero at the last moment and after it. */
    public Duration left(Instant now) {
        return now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO;
    }
}
