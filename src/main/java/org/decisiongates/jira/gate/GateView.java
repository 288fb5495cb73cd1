package org.decisiongates.jira.gate;

import java.util.List;

/**
 * A gate as the workflow viewer shows it: one sentence a rule.
 *
 * @param intro what it is, in a sentence
 * @param fault what is wrong with the gate as a whole; empty text for nothing
 */
public record GateView(String intro, List<RuleSentenceView> rules, String fault) {

    public GateView {
        rules = List.copyOf(rules);
    }
}
