package org.decisiongates.jira.platform.rest;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.Message;

/** Why a call is refused: the status to answer, and the texts people read, about the whole and about single members of what was sent. */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final transient List<Message> messages;
    private final transient Map<String, Message> members;
    private final transient Optional<Object> current;

    public ProblemException(int status, String key, Serializable... arguments) {
        this(status, List.of(Message.of(key, arguments)));
    }

    public ProblemException(int status, List<Message> messages) {
        this(status, messages, Map.of(), Optional.empty());
    }

    /** @param members what is wrong with each member of what was sent, by its name */
    public ProblemException(int status, Map<String, Message> members) {
        this(status, List.of(), members, Optional.empty());
    }

    private ProblemException(int status, List<Message> messages, Map<String, Message> members, Optional<Object> current) {
        super(messages.toString() + members);
        this.status = status;
        this.messages = List.copyOf(messages);
        this.members = new LinkedHashMap<>(members);
        this.current = current;
    }

    /** Another user was faster: the caller gets what there is now. */
    public static ProblemException conflict(Message message, Object current) {
        return new ProblemException(409, List.of(message), Map.of(), Optional.of(current));
    }

    public int status() {
        return status;
    }

    public List<Message> messages() {
        return messages;
    }

    /** What is wrong with each member of what was sent, by its name. */
    public Map<String, Message> members() {
        return members;
    }

    Optional<Object> current() {
        return current;
    }
}
