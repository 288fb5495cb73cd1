package org.decisiongates.sandbox.jira.model;

import java.util.Map;

/** Which screen serves which operation. */
public record ScreenSchemeRow(long id, String name, String description, Map<Operation, Long> screens) {

    public ScreenSchemeRow {
        screens = Map.copyOf(screens);
    }
}
