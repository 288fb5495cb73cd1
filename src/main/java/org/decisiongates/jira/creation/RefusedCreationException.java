package org.decisiongates.jira.creation;

import java.util.List;
import java.util.Map;

/** Why nothing was created, in the language of who asked: what is wrong with each input, and what with the whole. */
final class RefusedCreationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Map<CreationInput, String> errors;
    private final transient List<String> messages;

    RefusedCreationException(Map<? extends CreationInput, String> errors, List<String> messages) {
        super(messages.toString() + errors);
        this.errors = Map.copyOf(errors);
        this.messages = List.copyOf(messages);
    }

    Map<CreationInput, String> errors() {
        return errors;
    }

    List<String> messages() {
        return messages;
    }
}
