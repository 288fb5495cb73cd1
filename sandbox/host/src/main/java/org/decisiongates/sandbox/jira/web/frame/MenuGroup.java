package org.decisiongates.sandbox.jira.web.frame;

import java.util.List;

/** A headed group of menu entries. */
public record MenuGroup(String label, List<MenuItem> items) {

    public MenuGroup {
        items = List.copyOf(items);
    }
}
