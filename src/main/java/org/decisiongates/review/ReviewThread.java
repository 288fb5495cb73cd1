package org.decisiongates.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

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

    /** The same without anything that was written. */
    public ThreadProgress progress() {
        return new ThreadProgress(number(), subject().anchor().section(),
                steps.stream().map(step -> new ThreadProgress.Moment(step.kind(), step.at(), step.due())).toList());
    }

    public ThreadState state() {
        return progress().state();
    }

    /** Who resolved or declined it last, when, and with which outcome; empty while it is open. */
    public Optional<ThreadStep> closing() {
        return state().isClosed() ? last(step -> step.kind().closes()) : Optional.empty();
    }

    /** Who asked for an action of the owner last; empty where nobody did. */
    public Optional<ThreadStep> ownerAction() {
        return last(step -> step.kind() == Kind.OWNER_ACTION);
    }

    /** Who disputed the Decision last, when, and why; empty where nobody did. */
    public Optional<ThreadStep> dispute() {
        return last(step -> step.kind() == Kind.DISPUTED);
    }

    /** The window of the owner, see {@link ThreadProgress#window}. */
    public Optional<OwnerActionWindow> window() {
        return progress().window();
    }

    private Optional<ThreadStep> last(Predicate<ThreadStep> wanted) {
        return steps.stream().filter(wanted).reduce((earlier, later) -> later);
    }
}
