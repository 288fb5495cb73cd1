package org.decisiongates.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.text.Message;

/** Which step may follow in a thread, and who may take it. */
final class AllowedThreadSteps {

    private AllowedThreadSteps() {
    }

    /** The steps that somebody may take in the thread as it is. */
    static Set<Kind> allowed(ReviewThread thread, String userKey, ThreadRights rights) {
        Set<Kind> allowed = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (leadsOn(thread.state(), kind) && hasRoom(thread, kind) && denial(kind, thread, userKey, rights).isEmpty()) {
                allowed.add(kind);
            }
        }
        return allowed;
    }

    /** Whether a thread in this state can take the step. */
    static boolean leadsOn(ThreadState state, Kind kind) {
        return switch (kind) {
            case OPENED -> false;
            case REPLIED, RESOLVED, DECLINED -> !state.isClosed();
            case OWNER_ACTION -> state == ThreadState.OPEN;
            case OWNER_ACTION_DROPPED -> state == ThreadState.NEEDS_OWNER_ACTION;
            case REOPENED -> state.isClosed();
        };
    }

    /** Whether the thread is short enough: its last place is kept for an end, so that it can always be brought to one. */
    static boolean hasRoom(ReviewThread thread, Kind kind) {
        boolean ends = kind == Kind.RESOLVED || kind == Kind.DECLINED;
        return thread.newest().step() < (ends ? ReviewThreads.MAX_STEPS : ReviewThreads.MAX_STEPS - 1);
    }

    /** Why somebody may not take the step; empty where they may. */
    static Optional<Message> denial(Kind kind, ReviewThread thread, String userKey, ThreadRights rights) {
        return switch (kind) {
            case OPENED, REPLIED, OWNER_ACTION, REOPENED -> unless(rights.mayComment(), "decision-gates.review.may-not-comment");
            case OWNER_ACTION_DROPPED -> unless(rights.mayDropOwnerAction(thread, userKey), "decision-gates.review.may-not-drop");
            case RESOLVED, DECLINED -> unless(rights.mayClose(thread, userKey), "decision-gates.review.may-not-close");
        };
    }

    private static Optional<Message> unless(boolean may, String why) {
        return may ? Optional.empty() : Optional.of(Message.of(why));
    }
}
