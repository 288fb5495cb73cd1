package org.decisiongates.jira.platform.project;

import java.time.Instant;
import java.util.Map;

import org.decisiongates.text.NamedValues;

/**
 * The last change of a setting of a project.
 *
 * @param by user key; empty text for nobody
 */
public record SettingChange(String by, Instant at) {

    private static final String BY = "by";
    private static final String AT = "at";

    String write() {
        return NamedValues.write(Map.of(BY, by, AT, at.toString()));
    }

    static SettingChange read(String text) {
        Map<String, String> members = NamedValues.read(text);
        return new SettingChange(members.getOrDefault(BY, ""), Instant.parse(members.get(AT)));
    }
}
