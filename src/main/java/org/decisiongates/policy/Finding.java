package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;

/**
 * One thing a rule has to say about an item: the field it concerns, if any, and a message key with arguments. No text and no markup:
 * the adapter translates, and puts the name of the field in front where it cannot show the text under the field itself.
 *
 * @param field     the field to show it under
 * @param key       message key, {@code rule.<rule>.<finding>}
 * @param arguments plain values for the message
 */
public record Finding(Optional<Field> field, String key, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A finding to show under {@code field}. */
    public static Finding on(Field field, String key, String... arguments) {
        return new Finding(Optional.of(field), key, List.of(arguments));
    }

    /** A finding about the item as a whole. */
    public static Finding general(String key, String... arguments) {
        return new Finding(Optional.empty(), key, List.of(arguments));
    }
}
