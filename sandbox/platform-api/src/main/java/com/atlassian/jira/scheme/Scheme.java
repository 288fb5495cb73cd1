package com.atlassian.jira.scheme;

import java.util.Collection;

public class Scheme {
    private final Long id;
    private final String type;
    private final String name;
    private final String description;

    public Scheme(Long id, String type, String name, String description, Collection<?> entities) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.description = description;
    }

    public Long getId() {
        return id;
    }
}
