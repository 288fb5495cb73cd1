package org.decisiongates.jira.gate;

import java.util.List;

/** The form by which an administrator says what a gate asks for. */
public final class GateFormView {

    private final String rulesName;
    private final String fault;
    private final List<RuleFormView> rules;

    GateFormView(String rulesName, String fault, List<RuleFormView> rules) {
        this.rulesName = rulesName;
        this.fault = fault;
        this.rules = List.copyOf(rules);
    }

    /** The name under which chosen rules are submitted. */
    public String getRulesName() {
        return rulesName;
    }

    /** What is wrong with the gate as a whole; empty text for nothing. */
    public String getFault() {
        return fault;
    }

    public List<RuleFormView> getRules() {
        return rules;
    }
}
