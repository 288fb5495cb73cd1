package org.decisiongates.text;

import java.util.List;

/**
 * Something to tell an administrator about a project.
 *
 * @param key       message key
 * @param arguments plain values for the message
 */
public record Message(String key, List<String> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }
}
