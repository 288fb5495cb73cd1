package org.decisiongates.jira.platform.rest;

import java.io.Serializable;
import java.util.List;

/** Why a call is refused: the status to answer and the text people read. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String key;
    private final transient List<Serializable> arguments;

    public Problem(int status, String key, Serializable... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    Serializable[] arguments() {
        return arguments.toArray(Serializable[]::new);
    }
}
