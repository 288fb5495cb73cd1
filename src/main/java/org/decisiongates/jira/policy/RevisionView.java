package org.decisiongates.jira.policy;

import java.util.List;

/** One version of a policy in its history. */
public record RevisionView(int version, String text, boolean newest, List<String> changes) {

    public RevisionView {
        changes = List.copyOf(changes);
    }
}
