package org.decisiongates.jira.platform.time;

import com.atlassian.scheduler.JobRunner;

/** Work that Jira does again and again while the app is there. Every bean of this type is scheduled ({@link RecurringWorkStarter}). */
public interface RecurringWork extends JobRunner {

    RecurringJobDefinition definition();

    /** Called before it is scheduled, whenever the app starts. */
    default void begin() {
    }

    /** Called when the app stops: a run that goes on should end soon. */
    default void stop() {
    }
}
