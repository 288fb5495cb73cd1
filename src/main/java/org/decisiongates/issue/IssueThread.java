package org.decisiongates.issue;

import java.util.Objects;

/**
 * A feedback thread of an issue as rules see it: nothing of what was written in it.
 *
 * @param number its number within the issue, from 1
 */
public record IssueThread(int number, ThreadSection section, ThreadState state) {

    public IssueThread {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(state, "state");
    }
}
