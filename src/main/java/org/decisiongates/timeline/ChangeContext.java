package org.decisiongates.timeline;

import java.time.Instant;

/**
 * A change that somebody makes to what the app keeps of an issue: of which issue, by whom and when.
 *
 * @param issueKey  the issue's key at that time
 * @param projectId the host's project id at that time
 * @param kind      what the issue is
 * @param actor     user key; empty for nobody
 * @param at        when, UTC, milliseconds
 */
public record ChangeContext(long issueId, String issueKey, long projectId, Change.Kind kind, String actor, Instant at) {

    /** The entry of the journal that belongs to it. */
    public Change entry(String group, Change.Item item, String subject, String from, String to) {
        return new Change(issueId, issueKey, projectId, kind, group, item, subject, from, to, actor, at);
    }
}
