package org.decisiongates.jira.project;

import org.decisiongates.jira.platform.task.TaskProgress;

/** Of work that its caller waits for, who need not be told how far it is. */
final class UnwatchedProgress implements TaskProgress {

    @Override
    public void total(int much) {
        // nobody reads it
    }

    @Override
    public void done(int much) {
        // nobody reads it
    }
}
