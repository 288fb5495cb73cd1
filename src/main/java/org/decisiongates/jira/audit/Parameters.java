package org.decisiongates.jira.audit;

import org.decisiongates.jira.platform.rest.ProblemException;

/** Reads numbers that a caller gives in an address. */
final class Parameters {

    private Parameters() {
    }

    /** @param otherwise what counts when nothing is given */
    static long number(String name, String given, long otherwise, long most) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("[1-9][0-9]{0,17}") || Long.parseLong(given) > most) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-a-number", name, given, most);
        }
        return Long.parseLong(given);
    }
}
