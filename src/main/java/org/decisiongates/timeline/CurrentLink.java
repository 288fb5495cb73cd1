package org.decisiongates.timeline;

/**
 * A link that is there now and means something to the journal.
 *
 * @param item     {@link Change.Item#LINK} or {@link Change.Item#SUCCESSOR}
 * @param issueId  the issue at the other end
 * @param issueKey its key now
 */
public record CurrentLink(Change.Item item, long issueId, String issueKey) {
}
