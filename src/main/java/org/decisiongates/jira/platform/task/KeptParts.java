package org.decisiongates.jira.platform.task;

import org.decisiongates.task.Tasks;

/** What a background task has kept of its result so far, part by part. */
public final class KeptParts {

    private final Tasks tasks;
    private final String task;
    private final int count;

    KeptParts(Tasks tasks, String task, int count) {
        this.tasks = tasks;
        this.task = task;
        this.count = count;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The part of this number, from 0: one statement. Empty text where it was removed meanwhile. */
    public String read(int number) {
        return tasks.part(task, number);
    }
}
