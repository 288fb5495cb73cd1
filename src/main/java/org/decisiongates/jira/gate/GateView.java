package org.decisiongates.jira.gate;

import java.util.List;

/**
 * A gate as the workflow viewer shows it: one sentence a rule.
 *
 * @param fault what is wrong with the gate as a whole; empty text for nothing
 */
public record GateView(List<RuleSentenceView> rules, String fault) {

    public GateView {
        rules = List.copyOf(rules);
    }
}
