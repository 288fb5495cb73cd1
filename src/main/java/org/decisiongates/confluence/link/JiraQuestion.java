package org.decisiongates.confluence.link;

import java.time.Instant;
import java.util.Optional;

import org.decisiongates.confluence.link.JiraAnswer.Missing;

/**
 * What a page asks the app in Jira. A question whose {@link #fault} is known is never sent.
 *
 * @param <C> what Jira answers
 */
public interface JiraQuestion<C> {

    /** The resource that is asked. */
    JiraEndpoint<C> endpoint();

    /** What is asked of the resource of that content, ready to stand behind the question mark of its address. */
    String query();

    /** Name or id of the application link to Jira; empty for the primary one. */
    Optional<String> link();

    /** The first thing that is wrong with it, if anything. */
    Optional<Missing> fault();

    /**
     * Why Jira refuses it.
     *
     * @param status 400, 403, 404, 409 or 410
     * @param now    the time of day
     */
    Missing refusal(int status, Instant now);

    /** Why an answer to it is not shown, if it is not. */
    Optional<Missing> objectionTo(C answer);

    /** What it is about for a line of the log, where a page's own text has no place. */
    String logged();
}
