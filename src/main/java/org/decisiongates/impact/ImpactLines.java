package org.decisiongates.impact;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/** The impact lines of issues. Every change of a line and its entry in the journal are stored together or not at all. */
public interface ImpactLines {

    /** How many lines an issue may have. */
    int MAX = 20;

    /** The lines of an issue in the order they were added: one statement. */
    List<StoredLine> ofIssue(long issueId);

    /** The lines of issues (at most 200), by issue id; issues without lines are left out. One statement. */
    Map<Long, List<StoredLine>> ofIssues(Collection<Long> issueIds);

    /** What was done to the lines of an issue, newest first, at most 200: entries of {@link Change.Item#IMPACT}. One statement. */
    List<Change> history(long issueId);

    /** Adds a line, unless the issue has {@value #MAX} already. */
    Outcome add(ChangeContext context, ImpactLine line);

    /** Replaces the line with this id by {@code line}, unless it was changed since {@code version}. */
    Outcome change(ChangeContext context, Revision revision, ImpactLine line);

    /** Removes a line, unless it was changed since {@code version}. */
    Outcome remove(ChangeContext context, Revision revision);

    /** A line that is stored. */
    record StoredLine(Revision revision, ImpactLine line) {
    }

    /**
     * A line, and the version of it that the caller has seen.
     *
     * @param id      identifies the line for ever
     * @param version 1 for a new line, one more with every change
     */
    record Revision(long id, int version) {
    }

    /** The outcome of a change. */
    sealed interface Outcome {
    }

    /** It was stored; for a removed line, what it was. */
    record Applied(StoredLine line) implements Outcome {
    }

    /** Nothing was stored: the line was changed meanwhile, and this is what it is now. */
    record Stale(StoredLine current) implements Outcome {
    }

    /** Nothing was stored: the issue has no such line, or no longer. */
    record Gone() implements Outcome {
    }

    /** Nothing was stored: the issue has as many lines as it may have. */
    record Full() implements Outcome {
    }
}
