package org.decisiongates.jira.gate;

import java.util.List;

/** A gate as the workflow viewer shows it: one sentence a rule. */
public final class GateView {

    private final List<RuleSentenceView> rules;
    private final String fault;

    GateView(List<RuleSentenceView> rules, String fault) {
        this.rules = List.copyOf(rules);
        this.fault = fault;
    }

    public List<RuleSentenceView> getRules() {
        return rules;
    }

    /** What is wrong with the gate as a whole; empty text for nothing. */
    public String getFault() {
        return fault;
    }
}
