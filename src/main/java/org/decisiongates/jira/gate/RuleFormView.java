package org.decisiongates.jira.gate;

import java.util.List;

/**
 * One rule in the form: whether it is chosen, and its settings.
 *
 * @param name        as stored
 * @param title       as people read it
 * @param description what it asks for
 * @param fault       why the rule cannot be evaluated as it is; empty text when it can
 * @param message     the text people read instead of the rule's own findings
 */
public record RuleFormView(String name, String title, String description, boolean chosen, String fault, List<SettingView> settings,
        SettingView message) {

    public RuleFormView {
        settings = List.copyOf(settings);
    }
}
