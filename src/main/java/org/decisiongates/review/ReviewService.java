package org.decisiongates.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.ThreadState;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.text.Message;
import org.decisiongates.time.BusinessHours;

/**
 * Opens threads, writes in them and brings them to their end. Whoever may comment on the issue may open one, reply, ask for an action of
 * the owner and reopen; an end takes an outcome. Whether somebody may see the issue is for the caller to find out.
 */
public final class ReviewService {

    /** How often a number is drawn when others write to the same issue at the same time. */
    private static final int MAX_TRIES = 10;

    private final ReviewThreads threads;

    public ReviewService(ReviewThreads threads) {
        this.threads = threads;
    }

    /**
     * What somebody does in a thread.
     *
     * @param issueId   the host's issue id
     * @param projectId the host's id of the project that the issue is in now
     * @param number    number of the thread within the issue
     * @param seen      the step that the actor has seen last; a reply goes behind whatever there is
     * @param text      what the actor writes; may be empty where neither a reply nor an outcome is
     * @param actor     user key
     * @param rights    what the actor may do with the issue
     */
    public record Action(long issueId, long projectId, int number, int seen, String text, String actor, ThreadRights rights, Instant now) {
    }

    /** What came of an action. */
    public sealed interface Outcome {
    }

    /** It was stored, and the thread is this now. */
    public record Stored(ReviewThread thread) implements Outcome {
    }

    /** Nothing was stored: this is wrong with what was sent, by member. */
    public record Invalid(Map<String, Message> members) implements Outcome {
    }

    /** Nothing was stored: the actor may not. */
    public record Denied(Message why) implements Outcome {
    }

    /** Nothing was stored: the thread is this now, which the actor has not seen or which does not allow it. */
    public record Conflict(Message why, ReviewThread current) implements Outcome {
    }

    /** Nothing was stored: the issue has no such thread. */
    public record Gone() implements Outcome {
    }

    /** Nothing was stored: the issue had as many threads, or the thread has as many steps, as it may have. */
    public record Full(Message why) implements Outcome {
    }

    /** The threads of an issue by number: one statement. */
    public List<ReviewThread> ofIssue(long issueId) {
        return threads.ofIssue(issueId);
    }

    /** What somebody may do in the thread now, as a page offers it; doing it asks again. */
    public Set<Kind> allowed(ReviewThread thread, String userKey, ThreadRights rights) {
        return AllowedThreadSteps.allowed(thread, userKey, rights);
    }

    /** @param actor user key */
    public Outcome open(OpenThreadRequest request, String actor, ThreadRights rights, Instant now) {
        if (!rights.mayComment()) {
            return new Denied(Message.of("decision-gates.review.may-not-comment"));
        }
        Map<String, Message> faults = ThreadTextCheck.faults(request);
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        ThreadAnchor anchor = new ThreadAnchor(request.section(), request.row(), request.current().orElseThrow());
        ThreadStep.Subject subject = new ThreadStep.Subject(anchor, request.objective().strip(), request.comment());
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<ReviewThread> all = threads.ofIssue(request.issueId());
            if (isFull(all)) {
                return fullIssue();
            }
            int number = all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1;
            if (number > ReviewThreads.MAX) {
                return new Full(Message.of("decision-gates.review.full", ReviewThreads.MAX));
            }
            ThreadStep step = new ThreadStep(request.issueId(), request.projectId(), number, 1, Kind.OPENED, Optional.of(subject),
                    request.text(), actor, now.truncatedTo(ChronoUnit.MILLIS), Optional.empty());
            if (threads.append(step)) {
                return new Stored(new ReviewThread(List.of(step)));
            }
        }
        throw new IllegalStateException("no thread of issue " + request.issueId() + " could be numbered");
    }

    /** Writes in an open thread, behind what others wrote meanwhile. */
    public Outcome reply(Action action) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<ReviewThread> all = threads.ofIssue(action.issueId());
            Optional<ReviewThread> thread = find(all, action);
            if (thread.isEmpty()) {
                return new Gone();
            }
            if (isFull(all)) {
                return fullIssue();
            }
            Outcome outcome = take(thread.get(), Kind.REPLIED, action, thread.get().newest().step(), Optional.empty());
            // in an open thread somebody else was faster
            if (!(outcome instanceof Conflict) || thread.get().state().isClosed()) {
                return outcome;
            }
        }
        throw new IllegalStateException("no reply to thread " + action.number() + " of issue " + action.issueId() + " could be numbered");
    }

    /**
     * Says that the owner has to act. The first time begins the window of the thread; no later time begins another one.
     *
     * @param hours the business hours of the project, where its windows count business time
     */
    public Outcome askForOwnerAction(Action action, Optional<BusinessHours> hours) {
        return take(action, Kind.OWNER_ACTION, hours);
    }

    /** Says that the owner need not act after all. The window goes on. */
    public Outcome dropOwnerAction(Action action) {
        return take(action, Kind.OWNER_ACTION_DROPPED, Optional.empty());
    }

    /**
     * Says that the Decision is disputed, and why: nothing goes on until that is settled. Begins the window of the thread, unless there is
     * one.
     *
     * @param hours the business hours of the project, where its windows count business time
     */
    public Outcome dispute(Action action, Optional<BusinessHours> hours) {
        return take(action, Kind.DISPUTED, hours);
    }

    /** Says that a dispute is settled, and how. The thread is what it was before. */
    public Outcome settleDispute(Action action) {
        return take(action, Kind.DISPUTE_SETTLED, Optional.empty());
    }

    /** Ends an open thread of which something came. */
    public Outcome resolve(Action action) {
        return take(action, Kind.RESOLVED, Optional.empty());
    }

    /** Ends an open thread about which nothing is done. */
    public Outcome decline(Action action) {
        return take(action, Kind.DECLINED, Optional.empty());
    }

    /** Goes on with a thread that ended. */
    public Outcome reopen(Action action) {
        return take(action, Kind.REOPENED, Optional.empty());
    }

    private Outcome take(Action action, Kind kind, Optional<BusinessHours> hours) {
        return find(action).map(thread -> take(thread, kind, action, action.seen(), hours)).orElseGet(Gone::new);
    }

    private Outcome take(ReviewThread thread, Kind kind, Action action, int seen, Optional<BusinessHours> hours) {
        Optional<Message> denial = AllowedThreadSteps.denial(kind, thread, action.actor(), action.rights());
        if (denial.isPresent()) {
            return new Denied(denial.get());
        }
        Optional<Message> fault = ThreadTextCheck.fault(kind, action.text());
        if (fault.isPresent()) {
            return new Invalid(Map.of("text", fault.get()));
        }
        if (thread.newest().step() != seen) {
            return changed(thread);
        }
        if (!AllowedThreadSteps.leadsOn(thread.state(), kind)) {
            return new Conflict(Message.of(refusal(thread.state(), kind), thread.number()), thread);
        }
        if (!AllowedThreadSteps.hasRoom(thread, kind)) {
            return new Full(Message.of("decision-gates.review.full-thread", thread.number(), ReviewThreads.MAX_STEPS));
        }
        return threads.append(next(thread, kind, action, hours)) ? new Stored(find(action).orElseThrow())
                : changed(find(action).orElseThrow());
    }

    private static String refusal(ThreadState state, Kind kind) {
        return switch (state) {
            case RESOLVED, DECLINED -> "decision-gates.review.closed";
            case DISPUTED -> "decision-gates.review.disputed";
            case NEEDS_OWNER_ACTION ->
                kind == Kind.DISPUTE_SETTLED ? "decision-gates.review.undisputed" : "decision-gates.review.asked-already";
            case OPEN -> kind == Kind.DISPUTE_SETTLED ? "decision-gates.review.undisputed" : "decision-gates.review.open";
        };
    }

    /** The clock of another node may have been ahead when the last step was taken: no step is older than the one before it. */
    private static ThreadStep next(ReviewThread thread, Kind kind, Action action, Optional<BusinessHours> hours) {
        ThreadStep newest = thread.newest();
        Instant now = action.now().truncatedTo(ChronoUnit.MILLIS);
        Instant at = now.isBefore(newest.at()) ? newest.at() : now;
        Optional<Instant> due = !kind.asksOwner() ? Optional.empty()
                : thread.window().map(OwnerActionWindow::due).or(() -> Optional.of(OwnerActionWindow.due(at, hours)));
        return new ThreadStep(action.issueId(), action.projectId(), action.number(), newest.step() + 1, kind, Optional.empty(),
                action.text(), action.actor(), at, due);
    }

    private static Conflict changed(ReviewThread thread) {
        return new Conflict(Message.of("decision-gates.review.changed", thread.number()), thread);
    }

    private Optional<ReviewThread> find(Action action) {
        return find(threads.ofIssue(action.issueId()), action);
    }

    private static Optional<ReviewThread> find(List<ReviewThread> all, Action action) {
        return all.stream().filter(thread -> thread.number() == action.number()).findFirst();
    }

    private static boolean isFull(List<ReviewThread> all) {
        return all.stream().mapToInt(thread -> thread.newest().step()).sum() >= ReviewThreads.MAX_OF_ISSUE;
    }

    private static Full fullIssue() {
        return new Full(Message.of("decision-gates.review.full-issue", ReviewThreads.MAX_OF_ISSUE));
    }
}
