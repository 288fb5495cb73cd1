package org.decisiongates.jira.gate;

import java.util.List;

/**
 * Rules of the form below one heading.
 *
 * @param name  {@code chosen}, or {@code others} for those that can be added
 * @param empty what is said when there is none
 */
public record RuleListView(String name, String title, String empty, List<RuleFormView> rules) {

    static final String CHOSEN = "chosen";
    static final String OTHERS = "others";

    public RuleListView {
        rules = List.copyOf(rules);
    }
}
