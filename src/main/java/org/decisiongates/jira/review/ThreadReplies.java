package org.decisiongates.jira.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;

/** What is answered about feedback threads; the components are the members of the JSON. */
final class ThreadReplies {

    private ThreadReplies() {
    }

    /**
     * The threads of an issue, by number.
     *
     * @param mayOpen whether the caller may open one
     * @param most    how many an issue may have in its life
     */
    record Threads(String issue, boolean mayOpen, int most, List<Thread> threads) {
    }

    /**
     * @param step    the last step; whoever does something to the thread says that they have seen it
     * @param row     id of the row, in sections that have rows
     * @param quoted  what the section said when the thread was opened
     * @param changed whether it says something else by now, or is gone
     * @param comment id of the comment that it was made of
     * @param may     what the caller may do in the thread now: the ends of the addresses that do it
     * @param steps   what happened, the opening first
     */
    record Thread(int number, int step, String section, Optional<Long> row, String quoted, boolean changed, String objective,
            Optional<Long> comment, ThreadState state, Optional<Window> window, List<String> may, List<Step> steps) {

        /** @param current what the section says now; empty where it is gone */
        static Thread of(ReviewThread thread, Optional<String> current, List<ThreadActionKey> may, Instant now) {
            ThreadAnchor anchor = thread.subject().anchor();
            return new Thread(thread.number(), thread.newest().step(), anchor.section().key(), optional(anchor.row()), anchor.quoted(),
                    anchor.isChanged(current), thread.subject().objective(), optional(thread.subject().comment()), thread.state(),
                    thread.window().map(window -> Window.of(window, now)), may.stream().map(ThreadActionKey::key).toList(),
                    thread.steps().stream().map(Step::of).toList());
        }

        private static Optional<Long> optional(OptionalLong id) {
            return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
        }
    }

    /**
     * @param due          the last moment in which the owner can end the thread in time
     * @param businessTime whether it counts business hours of the project
     */
    record Window(Instant start, Instant due, boolean businessTime, OwnerActionWindow.State state) {

        static Window of(OwnerActionWindow window, Instant now) {
            return new Window(window.start(), window.due(), window.isBusinessTime(), window.state(now));
        }
    }

    /** @param actor user key */
    record Step(ThreadStep.Kind kind, String actor, Instant at, String text) {

        static Step of(ThreadStep step) {
            return new Step(step.kind(), step.actor(), step.at(), step.text());
        }
    }
}
