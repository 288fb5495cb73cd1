package org.decisiongates.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.IssueThread;
import org.decisiongates.issue.ThreadState;

/** The feedback threads of issues, step by step. There is no way to change or remove a step. */
public interface ReviewThreads {

    /** How many threads an issue may have in its life. */
    int MAX = 200;

    /** How many steps a thread may have. */
    int MAX_STEPS = 200;

    /** How long a text of a step may be, in UTF-16 units. */
    int MAX_TEXT = 4_000;

    /** How many steps an issue may have before threads are only brought to an end: whoever looks at it reads all of them. */
    int MAX_OF_ISSUE = 1_000;

    /**
     * A thread in which the owner was asked to act, or the Decision was disputed.
     *
     * @param state  what it is now
     */
    record AskedThread(ThreadState state, OwnerActionWindow window) {
    }

    /** The threads of an issue by number: one statement. */
    List<ReviewThread> ofIssue(long issueId);

    /** The threads of issues (at most 200), by issue id; issues without one are left out. One statement. */
    Map<Long, List<ReviewThread>> ofIssues(Collection<Long> issueIds);

    /**
     * The threads of issues (at most 200) by number, without anything that was written in them, by issue id; issues without one are left
     * out. One statement.
     */
    Map<Long, List<ThreadProgress>> progressOf(Collection<Long> issueIds);

    /**
     * The threads in which an owner was asked to act, or a Decision was disputed, by issue id: of these issues (at most 1 000), and of
     * those that were in the project then. What was done in a thread in another project is known only of these issues. One statement, and
     * nothing that was written.
     *
     * @return empty where there are more steps than can be read
     */
    Optional<Map<Long, List<AskedThread>>> asked(Collection<Long> issueIds, OptionalLong projectId);

    /**
     * Which of these issues (at most 200) are disputed, each with the moment since when: that of its first dispute which nobody has
     * settled. One statement.
     */
    Map<Long, Instant> disputedSince(Collection<Long> issueIds);

    /**
     * Stores a step, unless it has been taken: another one of the same number was stored meanwhile.
     *
     * @return whether it was stored
     */
    boolean append(ThreadStep step);

    /** The threads of an issue as rules see them: one statement. */
    default List<IssueThread> seenByRules(long issueId) {
        return progressOf(List.of(issueId)).getOrDefault(issueId, List.of()).stream().map(ThreadProgress::seenByRules).toList();
    }
}
