package org.decisiongates.jira.timeline;

import java.util.List;

/** Some issues of a project could not be read completely, so its journal is not complete. */
public final class UnreadableIssuesException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final long number;
    private final transient List<String> keys;

    /** @param keys of the first few of them */
    public UnreadableIssuesException(String project, long number, List<String> keys) {
        super(number + " issues of project " + project + " could not be read completely, among them " + String.join(", ", keys));
        this.number = number;
        this.keys = List.copyOf(keys);
    }

    /** How many there are. */
    public long number() {
        return number;
    }

    /** The first few of them. */
    public List<String> keys() {
        return keys;
    }
}
