package org.decisiongates.jira.platform.rest;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a call's address, beyond what single resources make of them. */
public final class QueryParameters {

    /** What Jira reads before a call reaches the app begins so, {@code os_authType} for one. */
    private static final String OF_JIRA = "os_";

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
}
