package org.decisiongates.health;

import java.time.Duration;
import java.util.List;

/** The last run of each job on each node; a node that ran nothing for a while is forgotten. */
public interface JobRuns {

    /** So long the runs of a node are kept that runs nothing any more. */
    Duration KEPT = Duration.ofDays(7);
    /** At most so many are read. */
    int MAX_ROWS = 500;

    /**
     * Stores a run in place of the one before: two statements. The first run of a job on a node also removes what is older than
     * {@link #KEPT} before it, of any node.
     */
    void put(JobRun run);

    /** All of them, by job and node: one statement. */
    List<JobRun> all();
}
