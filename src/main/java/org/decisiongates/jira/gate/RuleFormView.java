package org.decisiongates.jira.gate;

import java.util.List;

/** One rule in the form: whether it is chosen, and its settings. */
public final class RuleFormView {

    private final Title title;
    private final boolean chosen;
    private final String fault;
    private final List<SettingView> settings;
    private final SettingView message;

    RuleFormView(Title title, boolean chosen, String fault, List<SettingView> settings, SettingView message) {
        this.title = title;
        this.chosen = chosen;
        this.fault = fault;
        this.settings = List.copyOf(settings);
        this.message = message;
    }

    public String getName() {
        return title.name();
    }

    public String getTitle() {
        return title.shown();
    }

    public String getDescription() {
        return title.description();
    }

    public boolean isChosen() {
        return chosen;
    }

    /** Why the rule cannot be examined as it stands; empty text for nothing. */
    public String getFault() {
        return fault;
    }

    public List<SettingView> getSettings() {
        return settings;
    }

    /** The text people read instead of the rule's own findings. */
    public SettingView getMessage() {
        return message;
    }

    /**
     * What a rule is called.
     *
     * @param name        as stored
     * @param shown       as people read it
     * @param description what it asks for
     */
    record Title(String name, String shown, String description) {
    }
}
