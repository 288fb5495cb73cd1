package org.decisiongates.confluence.link;

import java.util.List;
import java.util.Optional;

import org.decisiongates.json.UnreadableJsonException;

/**
 * A resource of the app in Jira that pages ask: where it is, how several questions are put into one call, and what the
 * replies say.
 *
 * @param <C> what Jira answers
 */
public interface JiraEndpoint<C> {

    /** The type of an answer. */
    Class<C> type();

    /** Address of its resource below that of Jira. */
    String resource();

    /** An answer that Jira gave to a single question. */
    C read(String reply) throws UnreadableJsonException;

    /** Whether so many questions fit into one call, whatever the length of its address. */
    boolean areFewEnough(List<? extends JiraQuestion<C>> questions);

    /** The address of a call that asks several questions at once, below that of Jira. */
    String address(List<? extends JiraQuestion<C>> questions);

    /** What such a call answers to each of its questions, in their order; the list may be too short. */
    List<Part<C>> read(String reply, List<? extends JiraQuestion<C>> questions) throws UnreadableJsonException;

    /**
     * The answer to one of several questions.
     *
     * @param status  HTTP status it would have had on its own; 202 for one that is to be asked again
     * @param content empty for any status but 200, and for what this version cannot read
     */
    record Part<C>(int status, Optional<C> content) {
    }
}
