package org.decisiongates.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a job ran last on one node of the cluster.
 *
 * @param job         its name, without what all names of the app's jobs begin with: {@code seal-journal}
 * @param node        id of the node; empty text where Jira has no cluster
 * @param startedAt   when it began, by the clock of that node
 * @param took        how long it ran
 * @param fault       what went wrong, the name of a class and no text of anybody; empty text when it came to its end
 * @param succeededAt when a run that came to its end began last on that node
 */
public record JobRun(String job, String node, Instant startedAt, Duration took, String fault, Optional<Instant> succeededAt) {

    /** A run that came to its end. */
    public static JobRun succeeded(String job, String node, Instant startedAt, Duration took) {
        return new JobRun(job, node, startedAt, took, "", Optional.of(startedAt));
    }

    /** A run that did not. Whatever is stored of it keeps when one did before. */
    public static JobRun failed(String job, String node, Instant startedAt, Duration took, String fault) {
        return new JobRun(job, node, startedAt, took, fault, Optional.empty());
    }

    /** Whether it came to its end. */
    public boolean isSuccess() {
        return fault.isEmpty();
    }
}
