package org.decisiongates.jira.platform.rest;

import java.io.Serializable;
import java.util.List;

import org.decisiongates.text.Message;

/** Why a call is refused: the status to answer and the texts people read. */
public final class Problem extends RuntimeException {

    private final int status;
    private final transient List<Message> messages;

    public Problem(int status, String key, Serializable... arguments) {
        this(status, List.of(Message.of(key, arguments)));
    }

    public Problem(int status, List<Message> messages) {
        super(messages.toString());
        this.status = status;
        this.messages = List.copyOf(messages);
    }

    int status() {
        return status;
    }

    List<Message> messages() {
        return messages;
    }
}
