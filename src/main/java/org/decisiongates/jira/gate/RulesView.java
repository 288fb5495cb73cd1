package org.decisiongates.jira.gate;

import java.util.List;

/** The page that explains the rules. */
public record RulesView(List<RuleDescriptionView> rules) {

    public RulesView {
        rules = List.copyOf(rules);
    }
}
