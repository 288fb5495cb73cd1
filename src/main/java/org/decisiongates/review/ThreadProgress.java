package org.decisiongates.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ThreadStep.Kind;

/**
 * How a feedback thread came to be where it is, without anything that was written in it: all that rules and numbers need.
 *
 * @param number  its number within the issue
 * @param section what of the issue it is about
 * @param moments what happened, in order
 */
public record ThreadProgress(int number, ThreadSection section, List<Moment> moments) {

    /**
     * That something happened.
     *
     * @param at  when, UTC, milliseconds
     * @param due until when the owner has to act, inclusive: in every one that {@link Kind#asksOwner}
     */
    public record Moment(Kind kind, Instant at, Optional<Instant> due) {

        public Moment {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(due, "due");
        }
    }

    public ThreadProgress {
        Objects.requireNonNull(section, "section");
        moments = List.copyOf(moments);
    }

    public ThreadState state() {
        return state(moments);
    }

    /**
     * The window of the owner; it begins with the first action or dispute and never again. Empty where there was none. What was disputed
     * and needed no action beside that is settled in time; anything else has to end in time.
     */
    public Optional<OwnerActionWindow> window() {
        return moments.stream().filter(moment -> moment.kind().asksOwner()).findFirst().map(first -> {
            Instant due = first.due().orElseThrow();
            List<Moment> inTime = moments.stream().filter(moment -> !moment.at().isAfter(due)).toList();
            return new OwnerActionWindow(first.at(), due, done(moments).map(Moment::at), done(inTime).isPresent());
        });
    }

    /** What rules see of it. */
    public IssueThread seenByRules() {
        return new IssueThread(number, section, state());
    }

    /** With what nothing was left to do for the owner; empty while there is. */
    private static Optional<Moment> done(List<Moment> past) {
        if (state(past).isClosed()) {
            return last(past, moment -> moment.kind().closes());
        }
        boolean onlyDisputed = past.stream().noneMatch(moment -> moment.kind() == Kind.OWNER_ACTION);
        return onlyDisputed && !isDisputed(past) ? last(past, moment -> moment.kind() == Kind.DISPUTE_SETTLED) : Optional.empty();
    }

    /** Whether there is a dispute that is not settled. */
    private static boolean isDisputed(List<Moment> past) {
        return last(past, moment -> moment.kind() == Kind.DISPUTED || moment.kind() == Kind.DISPUTE_SETTLED)
                .filter(moment -> moment.kind() == Kind.DISPUTED).isPresent();
    }

    private static ThreadState state(List<Moment> past) {
        return isDisputed(past) ? ThreadState.DISPUTED
                : last(past, moment -> stateAfter(moment.kind()).isPresent()).flatMap(moment -> stateAfter(moment.kind()))
                        .orElse(ThreadState.OPEN);
    }

    private static Optional<Moment> last(List<Moment> past, Predicate<Moment> wanted) {
        return past.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** The state that follows; empty where nothing changes. */
    private static Optional<ThreadState> stateAfter(Kind kind) {
        return switch (kind) {
            case OPENED, OWNER_ACTION_DROPPED, REOPENED -> Optional.of(ThreadState.OPEN);
            case OWNER_ACTION -> Optional.of(ThreadState.NEEDS_OWNER_ACTION);
            case RESOLVED -> Optional.of(ThreadState.RESOLVED);
            case DECLINED -> Optional.of(ThreadState.DECLINED);
            // a dispute hides the state that the thread has without it
            case REPLIED, DISPUTED, DISPUTE_SETTLED -> Optional.empty();
        };
    }
}
