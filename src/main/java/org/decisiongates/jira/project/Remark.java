package org.decisiongates.jira.project;

import java.util.List;

/**
 * Something to tell an administrator about a project.
 *
 * @param key       message key
 * @param arguments plain values for the message
 */
public record Remark(String key, List<String> arguments) {

    public Remark {
        arguments = List.copyOf(arguments);
    }

    static Remark of(String key, String... arguments) {
        return new Remark(key, List.of(arguments));
    }
}
