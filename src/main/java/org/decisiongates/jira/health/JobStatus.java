package org.decisiongates.jira.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.decisiongates.health.JobRun;

/**
 * How a job stands on a node.
 *
 * @param job  its name
 * @param last its last run; empty before the first
 * @param next when it is expected to run again; empty on other nodes than this one where each runs its own
 * @param late how long ago it last came to its end, where that is too long
 */
record JobStatus(String job, Optional<JobRun> last, Optional<Instant> next, Optional<Duration> late) {

    boolean hasFailed() {
        return last.isPresent() && !last.get().isSuccess();
    }
}
