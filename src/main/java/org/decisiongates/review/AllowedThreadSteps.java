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
            case REPLIED -> !state.isClosed();
            case RESOLVED, DECLINED, DISPUTED -> !state.isClosed() && state != ThreadState.DISPUTED;
            case DISPUTE_SETTLED -> state == ThreadState.DISPUTED;
            case OWNER_ACTION -> state == ThreadState.OPEN;
            case OWNER_ACTION_DROPPED -> state == ThreadState.NEEDS_OWNER_ACTION;
            case REOPENED -> state.isClosed();
        };
    }

    /**
     * Whether the thread is short enough: its last place is kept for an end, and of a dispute the one before it for settling that, so that
     * it can always be brought to an end.
     */
    static boolean hasRoom(ReviewThread thread, Kind kind) {
        int kept = switch (kind) {
            case RESOLVED, DECLINED -> 0;
            case DISPUTED -> 2;
            case REPLIED -> thread.state() == ThreadState.DISPUTED ? 2 : 1;
            default -> 1;
        };
        return thread.newest().step() < ReviewThreads.MAX_STEPS - kept;
    }

    /** Why somebody may not take the step; empty where they may. */
    static Optional<Message> denial(Kind kind, ReviewThread thread, String userKey, ThreadRights rights) {
        return switch (kind) {
            case OPENED, REPLIED, REOPENED -> unless(rights.mayComment(), "decision-gates.review.may-not-comment");
            case OWNER_ACTION -> unless(rights.mayComment(), "decision-gates.review.may-not-comment")
                    .or(() -> unless(rights.isOwned(), "decision-gates.review.no-owner"));
            case DISPUTED -> unless(rights.isDecision(), "decision-gates.review.no-decision")
                    .or(() -> unless(rights.mayComment(), "decision-gates.review.may-not-comment"));
            case DISPUTE_SETTLED -> unless(rights.maySettle(thread, userKey), "decision-gates.review.may-not-settle");
            case OWNER_ACTION_DROPPED -> unless(rights.mayDropOwnerAction(thread, userKey), "decision-gates.review.may-not-drop");
            case RESOLVED, DECLINED -> unless(rights.mayClose(thread, userKey), "decision-gates.review.may-not-close");
        };
    }

    private static Optional<Message> unless(boolean may, String why) {
        return may ? Optional.empty() : Optional.of(Message.of(why));
    }
}
