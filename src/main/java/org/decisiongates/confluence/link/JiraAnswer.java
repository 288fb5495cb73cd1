package org.decisiongates.confluence.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.decisiongates.text.KebabCase;

/** The outcome of asking Jira: what it answers, or the one reason why there is nothing. */
public sealed interface JiraAnswer {

    /**
     * What Jira answered, just now or a while ago.
     *
     * @param content   what it said, of the type of the question ({@link JiraEndpoint#type})
     * @param jira      the address people know that Jira by
     * @param fetchedAt when it said so
     * @param age       how long ago that is
     * @param whyStale  why this is the last good copy and nothing newer could be had; empty when Jira answers
     */
    record Found(Object content, URI jira, Instant fetchedAt, Duration age, Optional<Reason> whyStale) implements JiraAnswer {

        /** What Jira answered to {@code question}, which was asked. */
        public <C> C content(JiraQuestion<C> question) {
            return question.endpoint().type().cast(content);
        }

        /** Whether Jira could not be asked for anything newer. */
        public boolean isStale() {
            return whyStale.isPresent();
        }
    }

    /**
     * There is nothing to show.
     *
     * @param reason  why
     * @param subject what the reason is about: the project, the query, the week or the application link
     * @param address where the reader can mend it, if a reader can
     */
    record Missing(Reason reason, String subject, Optional<URI> address) implements JiraAnswer {

        public static Missing because(Reason reason, String subject) {
            return new Missing(reason, subject, Optional.empty());
        }
    }

    /** Why there is nothing to show; each has a title, a text and a next step of its own among the texts of each macro that meets it. */
    enum Reason {
        /** The reader has not yet let Confluence ask Jira in their name. */
        AUTHORISE,
        /** Nobody is logged in, and Jira wants to know who asks. */
        LOG_IN,
        /** Jira has no active user for the reader. */
        NO_MATCHING_USER,
        /** The reader may not browse the project, or there is none. */
        NO_PERMISSION,
        /** Jira sent a log-in page or a redirect instead of an answer. */
        REFUSED,
        /** No complete answer within the time a page may take. */
        TOO_SLOW,
        /** No connection. */
        UNREACHABLE,
        /** Jira, or this Confluence, has too many requests to answer. */
        BUSY,
        /** Jira is being asked for the first time, and others wait for that already. */
        ASKING,
        /** Jira reported an error of its own, or sent too much. */
        BROKEN,
        /** Confluence has no application link to a Jira. */
        NO_LINK,
        /** There is no application link of the name the page asks for. */
        UNKNOWN_LINK,
        /** This app is not installed in Jira, or another version is. */
        APP_MISSING_OR_OLDER,
        /** The macro says neither which project nor which query it is about, as on a page that was made from a template. */
        NO_PROJECT,
        /** The project parameter is no project key. */
        BAD_PROJECT,
        /** The query is too long, holds what cannot be typed, or Jira cannot run it. */
        BAD_QUERY,
        /** There is a project and a query, and only one of them can be meant. */
        PROJECT_AND_QUERY,
        /** The week parameter is no week. */
        BAD_WEEK,
        /** The week to compare with is no week, or there is a query, for which no weeks are closed. */
        BAD_COMPARE,
        /** The name of the owner is none. */
        BAD_OWNER,
        /** The week lies ahead. */
        WEEK_NOT_BEGUN,
        /** The page wants a closed week, and this one is not closed. */
        WEEK_NOT_FROZEN,
        /** Jira has no record of this week: it is older than the app there, or the question is a query. */
        WEEK_NOT_KEPT,
        /** The closed week was changed outside the app, so its numbers are not shown. */
        WEEK_ALTERED,
        /** The project does not use Decisions and Blockers, so it has nothing to sum up. */
        NOT_ENABLED,
        /** The macro says of no issue that it is about it. */
        NO_ISSUE,
        /** The issues parameter holds what is no key. */
        BAD_ISSUE,
        /** The macro names more issues than one shows. */
        TOO_MANY_ISSUES,
        /** An error on this side; the log has it. */
        FAILED;

        /** Its name in the keys of texts. */
        public String key() {
            return KebabCase.of(this);
        }
    }
}
