package org.decisiongates.page;

import java.io.Serializable;
import java.util.List;

import org.decisiongates.text.Message;

/** The host's texts in one language: where a message becomes words. */
@FunctionalInterface
public interface Texts {

    /** The text of {@code key} with its arguments filled in. */
    String text(String key, Serializable... arguments);

    default String text(Message message) {
        return text(message.key(), message.arguments().toArray(Serializable[]::new));
    }

    default List<String> texts(List<Message> messages) {
        return messages.stream().map(this::text).toList();
    }
}
