package org.decisiongates.sandbox.jira.model;

/** Jira's four fixed groups of statuses, with the ids, keys and colours its REST shows. */
public enum StatusCategory {
    UNDEFINED(1, "undefined", "No Category", "medium-gray"),
    NEW(2, "new", "To Do", "blue-gray"),
    DONE(3, "done", "Done", "green"),
    INDETERMINATE(4, "indeterminate", "In Progress", "yellow");

    private final int id;
    private final String key;
    private final String label;
    private final String colour;

    StatusCategory(int id, String key, String label, String colour) {
        this.id = id;
        this.key = key;
        this.label = label;
        this.colour = colour;
    }

    public int id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String colour() {
        return colour;
    }

    /** The category of this key or name; {@link #UNDEFINED} for anything else. */
    public static StatusCategory of(String keyOrName) {
        for (StatusCategory category : values()) {
            if (category.key.equalsIgnoreCase(keyOrName) || category.label.equalsIgnoreCase(keyOrName)) {
                return category;
            }
        }
        return UNDEFINED;
    }
}
