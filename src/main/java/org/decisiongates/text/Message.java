package org.decisiongates.text;

import java.io.Serializable;
import java.util.List;

/**
 * A text that is worded where it is shown, in the language of the reader.
 *
 * @param key       message key
 * @param arguments texts and numbers that the message has places for
 */
public record Message(String key, List<? extends Serializable> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message with plain arguments. */
    public static Message of(String key, Serializable... arguments) {
        return new Message(key, List.of(arguments));
    }
}
