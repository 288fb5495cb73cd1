package org.decisiongates.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ThreadStep.Kind;

/**
 * A feedback thread of an issue, with everything that happened to it.
 *
 * @param steps in order; the first one says what it is about
 */
public record ReviewThread(List<ThreadStep> steps) {

    public ReviewThread {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(0).subject().isEmpty()) {
            throw new IllegalArgumentException("a thread without its first step: " + steps);
        }
    }

    /** The threads of one issue, by number. */
    public static List<ReviewThread> of(List<ThreadStep> all) {
        TreeMap<Integer, List<ThreadStep>> byNumber = new TreeMap<>();
        all.forEach(step -> byNumber.computeIfAbsent(step.number(), number -> new ArrayList<>()).add(step));
        return byNumber.values().stream().map(steps -> {
            steps.sort(Comparator.comparingInt(ThreadStep::step));
            return new ReviewThread(steps);
        }).toList();
    }

    /** Its number within the issue. */
    public int number() {
        return opened().number();
    }

    /** Who opened it, when, and what was written. */
    public ThreadStep opened() {
        return steps.get(0);
    }

    /** What it is about. */
    public ThreadStep.Subject subject() {
        return opened().subject().orElseThrow();
    }

    /** The last step. */
    public ThreadStep newest() {
        return steps.get(steps.size() - 1);
    }

    public ThreadState state() {
        return state(steps);
    }

    /** Who resolved or declined it last, when, and with which outcome; empty while it is open. */
    public Optional<ThreadStep> closing() {
        return state().isClosed() ? last(steps, step -> stateAfter(step.kind()).filter(ThreadState::isClosed).isPresent())
                : Optional.empty();
    }

    /** Who asked for an action of the owner last; empty where nobody did. */
    public Optional<ThreadStep> ownerAction() {
        return last(steps, step -> step.kind() == Kind.OWNER_ACTION);
    }

    /** Who disputed the Decision last, when, and why; empty where nobody did. */
    public Optional<ThreadStep> dispute() {
        return last(steps, step -> step.kind() == Kind.DISPUTED);
    }

    /**
     * The window of the owner; it begins with the first action or dispute and never again. Empty where there was none. What was disputed
     * and needed no action beside that is settled in time; anything else has to end in time.
     */
    public Optional<OwnerActionWindow> window() {
        return steps.stream().filter(step -> step.kind().asksOwner()).findFirst().map(first -> {
            Instant due = first.due().orElseThrow();
            List<ThreadStep> inTime = steps.stream().filter(step -> !step.at().isAfter(due)).toList();
            return new OwnerActionWindow(first.at(), due, done(steps).map(ThreadStep::at), done(inTime).isPresent());
        });
    }

    /** The step with which nothing was left to do for the owner; empty while there is. */
    private static Optional<ThreadStep> done(List<ThreadStep> taken) {
        if (state(taken).isClosed()) {
            return last(taken, step -> stateAfter(step.kind()).filter(ThreadState::isClosed).isPresent());
        }
        boolean onlyDisputed = taken.stream().noneMatch(step -> step.kind() == Kind.OWNER_ACTION);
        return onlyDisputed && openDispute(taken).isEmpty() ? last(taken, step -> step.kind() == Kind.DISPUTE_SETTLED) : Optional.empty();
    }

    /** The dispute that is not settled. */
    private static Optional<ThreadStep> openDispute(List<ThreadStep> taken) {
        return last(taken, step -> step.kind() == Kind.DISPUTED || step.kind() == Kind.DISPUTE_SETTLED)
                .filter(step -> step.kind() == Kind.DISPUTED);
    }

    /** What rules see of it. */
    public IssueThread seenByRules() {
        return new IssueThread(number(), subject().anchor().section(), state());
    }

    private static ThreadState state(List<ThreadStep> taken) {
        return openDispute(taken).isPresent() ? ThreadState.DISPUTED
                : last(taken, step -> stateAfter(step.kind()).isPresent()).flatMap(step -> stateAfter(step.kind()))
                        .orElse(ThreadState.OPEN);
    }

    private static Optional<ThreadStep> last(List<ThreadStep> taken, Predicate<ThreadStep> wanted) {
        return taken.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** The state that a step leads to; empty where it changes none. */
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
