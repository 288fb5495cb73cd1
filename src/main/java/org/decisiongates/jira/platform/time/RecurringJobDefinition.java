package org.decisiongates.jira.platform.time;

import java.time.Duration;

import com.atlassian.scheduler.config.RunMode;

/**
 * How work is scheduled.
 *
 * @param name  in Jira's scheduler, which keeps it in its database, behind the app's prefix: it never changes
 * @param mode  on every node, or on one of the cluster
 * @param first how long after the start of the app it runs first
 * @param loss  what is not done while the scheduler does not take it, a sentence for the log
 */
public record RecurringJobDefinition(String name, RunMode mode, Duration first, Duration every, String loss) {

    /** Of work that one node of the cluster does for all. */
    public static RecurringJobDefinition oncePerCluster(String name, Duration first, Duration every, String loss) {
        return new RecurringJobDefinition(name, RunMode.RUN_ONCE_PER_CLUSTER, first, every, loss);
    }

    /** Of work that each node does for itself. */
    public static RecurringJobDefinition onEachNode(String name, Duration first, Duration every, String loss) {
        return new RecurringJobDefinition(name, RunMode.RUN_LOCALLY, first, every, loss);
    }
}
