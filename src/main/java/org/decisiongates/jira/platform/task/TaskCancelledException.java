package org.decisiongates.jira.platform.task;

/** A background task is to stop: its owner does not want it any more, or the app is being stopped. */
final class TaskCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskCancelledException() {
        super("the task is to stop");
    }
}
