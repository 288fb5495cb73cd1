package org.decisiongates.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.decisiongates.task.BackgroundTask.State;

/**
 * The background tasks of all nodes. The node that does a task tells of it from time to time; when it has not done so for a while, the task
 * is lost. Every statement stands alone: what two nodes do at once never fails, and one of them is noticed by the other.
 */
public interface Tasks {

    /** So long a task may be silent: longer than the ten minutes by which clocks of nodes may differ. */
    Duration SILENCE = Duration.ofMinutes(12);

    /** After so much silence a task that is cancelled is over at once: its node may be gone. */
    Duration ATTENTION = Duration.ofMinutes(1);

    /** Texts of results are no longer than this. */
    int MAX_RESULT = 8_000_000;

    /** Stores a task that waits: false when its owner has one of its kind already that is not over. Three statements at most. */
    boolean add(BackgroundTask task);

    /** The task as it stands at {@code now}: one statement. */
    Optional<BackgroundTask> find(String id, Instant now);

    /** The owner's task of this kind that is not over: one statement. */
    Optional<BackgroundTask> underWay(String owner, String kind, Instant now);

    /** The node that does the task tells how far it is: two statements. Returns whether it is to go on. */
    boolean tell(String id, State state, int done, int total, Instant now);

    /**
     * Stores a part of what comes of a task, for a result that is too large to be in memory as a whole: one statement for each 64 000
     * characters, all of them or none.
     *
     * @param number of the part, from 0 and without a gap
     */
    void keep(String id, int number, String part);

    /** A part of what came of a task; empty text where there is none. One statement. */
    String part(String id, int number);

    /** How many parts are stored of a task, over or not: one statement. */
    int parts(String id);

    /**
     * The task is over, unless it was given up for lost before. Two statements, and one for each 64 000 characters of the result.
     *
     * @param fault  why it failed; empty text unless it did
     * @param result what came of it; empty text for nothing
     */
    void end(String id, State state, String fault, String result, Instant now);

    /** Has the task stop; the node that does it looks from time to time. A silent one is over at once. Two statements. */
    void cancel(String id, Instant now);

    /** What came of a task; empty text for nothing. One statement. */
    String result(String id);

    /** Ids of tasks of which nobody has told since {@code before}, at most a hundred: one statement. */
    List<String> silentSince(Instant before);

    /** Kinds of tasks that are lost and of which somebody told after {@code since}, one for each, at most a hundred: one statement. */
    List<String> lostSince(Instant since, Instant now);

    /** Tasks of this kind of which somebody told after {@code since}, those that were asked for last first, at most 100: one statement. */
    List<BackgroundTask> ofKind(String kind, Instant since, Instant now);

    /** How many characters the result of a task and its parts may take where they are stored: one statement. */
    long room(String id);

    /** Removes a task and what came of it. */
    void remove(String id);
}
