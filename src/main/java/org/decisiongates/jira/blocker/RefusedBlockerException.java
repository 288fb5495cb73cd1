package org.decisiongates.jira.blocker;

import java.util.List;
import java.util.Map;

/** Why a Blocker was not created, in the language of who asked: what is wrong with each input, and what with the whole. */
final class RefusedBlockerException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Map<BlockerInput, String> errors;
    private final transient List<String> messages;

    RefusedBlockerException(Map<BlockerInput, String> errors, List<String> messages) {
        super(messages.toString() + errors);
        this.errors = Map.copyOf(errors);
        this.messages = List.copyOf(messages);
    }

    Map<BlockerInput, String> errors() {
        return errors;
    }

    List<String> messages() {
        return messages;
    }
}
