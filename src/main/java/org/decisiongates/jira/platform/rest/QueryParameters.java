package org.decisiongates.jira.platform.rest;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a call's address, beyond what single resources make of them. */
public final class QueryParameters {

    /** What Jira reads before a call reaches the app begins so, {@code os_authType} for one. */
    private static final String OF_JIRA = "os_";

    /** The longest query in Jira's language that is taken, in characters. */
    public static final int MAX_JQL_LENGTH = 2_000;

    private QueryParameters() {
    }

    /** Refuses a parameter that nobody reads: one that is misspelled would ask about more than was meant. */
    public static void requireKnown(Collection<String> given, Set<String> known) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeIf(name -> known.contains(name) || name.startsWith(OF_JIRA));
        if (!unknown.isEmpty()) {
            throw known.isEmpty() ? new ProblemException(400, "decision-gates.jira.rest.no-parameters", unknown.iterator().next())
                    : new ProblemException(400, "decision-gates.jira.rest.unknown-parameter", unknown.iterator().next(),
                            String.join(", ", new TreeSet<>(known)));
        }
    }

    /**
     * A whole number from 1; refuses anything else.
     *
     * @param otherwise what counts when nothing is given
     * @param most      the largest that is taken
     */
    public static long number(String name, String given, long otherwise, long most) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("[1-9][0-9]{0,17}") || Long.parseLong(given) > most) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-a-number", name, given, most);
        }
        return Long.parseLong(given);
    }

    /**
     * A whole number from {@code least} to {@code most}; refuses anything else.
     *
     * @param otherwise what counts when nothing is given
     * @param least     0 or more
     */
    public static int number(String name, String given, int otherwise, int least, int most) {
        if (given == null || given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new ProblemException(400, "decision-gates.jira.rest.not-in-range", name, least, most, given);
        }
        return Integer.parseInt(given);
    }

    /** Refuses a query in Jira's language that is too long; pages and services ask alike. */
    public static void requireShortJql(String jql) {
        if (jql.length() > MAX_JQL_LENGTH) {
            throw new ProblemException(400, "decision-gates.jira.rest.query-too-long", MAX_JQL_LENGTH);
        }
    }
}
