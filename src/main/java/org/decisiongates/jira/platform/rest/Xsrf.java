package org.decisiongates.jira.platform.rest;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The app's own check that a call which changes something was meant (ADR-0034): it carries {@code X-Atlassian-Token: no-check}, which no
 * page of another site can have a browser send. The platform checks forms by itself; whether it does for a DELETE, a PUT or a JSON body
 * is not relied on.
 */
public final class Xsrf {

    static final String HEADER = "X-Atlassian-Token";
    static final String VALUE = "no-check";

    private Xsrf() {
    }

    public static void check(HttpServletRequest request) {
        if (!VALUE.equals(request.getHeader(HEADER))) {
            throw new ProblemException(403, "decision-gates.jira.rest.no-token", HEADER + ": " + VALUE);
        }
    }
}
