package org.decisiongates.timeline;

import java.time.Instant;
import java.util.Collection;

/** Reads what the journal of gates has of some issues. */
public interface IssueGates {

    /**
     * Gates of issues (at most 200) from one instant on and before another one, in the order of (time, sequence): one statement.
     *
     * @param limit how many at most, 1 to 10 000
     */
    Page<GateEvent> ofIssues(Collection<Long> issueIds, Instant from, Instant until, Page.Position after, int limit);
}
