package org.decisiongates.jira.health;

/**
 * A job, on a node or for all of them.
 *
 * @param job   what it does
 * @param id    its name in Jira's scheduler
 * @param node  the node it ran on last; empty text where Jira has no cluster
 * @param last  when that was
 * @param took  how long it took
 * @param state what it came to, in a word
 * @param style of that word
 * @param next  when it is expected to run again
 */
public record JobRowView(String job, String id, String node, String last, String took, String state, String style, String next) {
}
