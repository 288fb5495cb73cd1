package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** A screen: tabs of fields, shown on create, edit, view or a transition. */
public record ScreenRow(long id, String name, String description, List<TabRow> tabs) {

    public ScreenRow {
        tabs = List.copyOf(tabs);
    }

    public boolean contains(String fieldId) {
        return tabs.stream().anyMatch(tab -> tab.fieldIds().contains(fieldId));
    }

    /** All fields of all tabs in display order. */
    public List<String> fieldIds() {
        return tabs.stream().flatMap(tab -> tab.fieldIds().stream()).toList();
    }
}
