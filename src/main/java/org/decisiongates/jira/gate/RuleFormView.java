package org.decisiongates.jira.gate;

import java.util.List;

/** One rule in the form: whether it is chosen, and its settings. */
public final class RuleFormView {

    private final String name;
    private final String title;
    private final String description;
    private final boolean chosen;
    private final String fault;
    private final List<SettingView> settings;
    private final SettingView message;

    RuleFormView(String name, String title, String description, boolean chosen, String fault, List<SettingView> settings, SettingView message) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.chosen = chosen;
        this.fault = fault;
        this.settings = List.copyOf(settings);
        this.message = message;
    }

    public String getName() {
        return name;
    }

    public String getTitle() {
        return title;
    }

    public String getDescription() {
        return description;
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
}
