package org.decisiongates.jira.gate;

import java.util.List;

/**
 * One rule in the form: whether it is chosen, and its settings.
 *
 * @param name        as stored
 * @param title       as people read it
 * @param description what it asks for
 * @param fault       why the rule cannot be evaluated as it is; empty text when it can
 * @param open        whether its settings are shown at once, because something is wrong with them
 * @param sentence    what it claims with these settings
 * @param message     the text people read instead of the rule's own findings
 */
public record RuleFormView(String name, String title, String description, boolean chosen, String fault, boolean open,
        List<SentenceClauseView> sentence, List<SettingView> settings, SettingView message) {

    public RuleFormView {
        sentence = List.copyOf(sentence);
        settings = List.copyOf(settings);
    }
}
