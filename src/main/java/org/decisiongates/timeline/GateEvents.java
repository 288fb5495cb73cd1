package org.decisiongates.timeline;

import java.util.Collection;
import java.util.List;

import org.decisiongates.time.Period;

/** The append-only record of gates evaluated. There is no way to change or remove an entry. */
public interface GateEvents {

    /** Records {@code event}; exactly one row. Throws an unchecked exception when it could not. */
    void append(GateEvent event);

    /**
     * Entries of a project, newest first.
     *
     * @param after the sequence number to go on from, exclusive; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 to 200
     */
    List<Entry> ofProject(long projectId, long after, int limit);

    /**
     * Gates of projects evaluated in a period, in the order of (time, sequence): one statement.
     *
     * @param limit how many at most, 1 to 10 000
     */
    Page<GateEvent> ofProjects(Collection<Long> projectIds, Period period, Page.Position after, int limit);

    /** An event with its sequence number, ascending in the order of writing. */
    record Entry(long sequence, GateEvent event) {
    }
}
