package org.decisiongates.jira.platform.time;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job runs.
 *
 * @param job         its name, as in {@link org.decisiongates.health.JobRun}
 * @param inCluster   whether one node runs it for all; otherwise each runs its own
 * @param every       how long from one run to the next
 * @param firstDueAt  when this node asked Jira to run it first
 */
public record JobSchedule(String job, boolean inCluster, Duration every, Instant firstDueAt) {
}
