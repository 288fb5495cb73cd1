package org.decisiongates.sandbox.jira.api;

/** A stored thing whose name and description somebody may change before storing it again. */
abstract class Described {

    final long id;
    private String name;
    private String description;

    Described(long id, String name, String description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String text) {
        name = text;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String text) {
        description = text;
    }
}
