package org.decisiongates.summary;

/**
 * JQL of everything that is open in the scope, for the host's own issue list; empty where there is no such list, as for a closed week.
 *
 * @param blockers  open Blockers
 * @param decisions open Decisions
 */
public record OpenQueries(String blockers, String decisions) {

    public static final OpenQueries NONE = new OpenQueries("", "");
    /** Characters of a query that travels whole; a longer one is left out, since half a query asks for something else. */
    private static final int MAX_LENGTH = 1000;

    public OpenQueries {
        blockers = blockers.length() > MAX_LENGTH ? "" : blockers;
        decisions = decisions.length() > MAX_LENGTH ? "" : decisions;
    }
}
