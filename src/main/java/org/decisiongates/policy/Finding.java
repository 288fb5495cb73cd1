package org.decisiongates.policy;

import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.text.Message;

/**
 * One thing a rule has to say about an issue. No text and no markup: the adapter translates, and puts the name of the field in front
 * where it cannot show the text under the field itself.
 *
 * @param field   the field it concerns, to show it under
 * @param message what is wrong, its key {@code decision-gates.rule.<rule>.<finding>}
 */
public record Finding(Optional<Field> field, Message message) {

    /** A finding to show under {@code field}. */
    public static Finding on(Field field, String key, String... arguments) {
        return new Finding(Optional.of(field), new Message(key, List.of(arguments)));
    }

    /** A finding about the issue as a whole. */
    public static Finding general(String key, String... arguments) {
        return new Finding(Optional.empty(), new Message(key, List.of(arguments)));
    }

    /** What the finding is called, in every language. */
    public String key() {
        return message.key();
    }
}
