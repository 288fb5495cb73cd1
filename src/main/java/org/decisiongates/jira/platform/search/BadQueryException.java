package org.decisiongates.jira.platform.search;

import java.util.List;

/** A typed query that Jira cannot search for, with Jira's own words for why. */
public final class BadQueryException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGES = 5;

    private final transient List<String> messages;

    BadQueryException(Iterable<String> messages) {
        super(messages.toString());
        this.messages = java.util.stream.StreamSupport.stream(messages.spliterator(), false).limit(MAX_MESSAGES).toList();
    }

    /** Jira's messages in the caller's language, at most five. */
    public List<String> messages() {
        return messages;
    }
}
