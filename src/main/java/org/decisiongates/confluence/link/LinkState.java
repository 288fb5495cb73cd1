package org.decisiongates.confluence.link;

import java.time.Duration;
import java.util.Optional;

import org.decisiongates.confluence.link.JiraAnswer.Reason;

/**
 * How the Jira behind an application link has answered the pages of this node.
 *
 * @param link     id of the link
 * @param primary  whether macros that name no link ask this one
 * @param refusal  why it is not asked at the moment; empty while it is
 * @param answered how long ago it answered last; empty when it has not since the app started here, as nobody looked at a page
 */
public record LinkState(String link, boolean primary, Optional<Reason> refusal, Optional<Duration> answered) {
}
