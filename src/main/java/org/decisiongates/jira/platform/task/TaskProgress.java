package org.decisiongates.jira.platform.task;

/** How far a background task is. Each call throws an exception of its own once the task is to stop; nobody catches that. */
public interface TaskProgress {

    /** How much there is to do. */
    void total(int much);

    /** How much of it is done. Costs nothing but once a second, when it is stored. */
    void done(int much);

    /** Stores the next part of the result, which {@link KeptParts} reads: for what is too large to be in memory as a whole. */
    default void keep(String part) {
        throw new IllegalStateException("whoever watches this work keeps no parts of its result");
    }
}
