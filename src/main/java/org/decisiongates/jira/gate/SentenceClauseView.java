package org.decisiongates.jira.gate;

import java.util.List;

/**
 * A part of the sentence that says what a rule claims.
 *
 * @param setting name of the input whose value decides whether it is said; empty text for what is always said
 * @param state   the value it is said of, as in {@link org.decisiongates.policy.SentenceClause}
 * @param said    whether it is said of what the input holds now
 */
public record SentenceClauseView(String setting, String state, boolean said, List<SentencePartView> parts) {

    public SentenceClauseView {
        parts = List.copyOf(parts);
    }
}
