package org.decisiongates.jira.audit;

/**
 * The record of an erasure.
 *
 * @param at    when, in the zone of projects
 * @param by    name of the administrator
 * @param parts how many rows of which part
 * @param key   of the record
 */
public record FormerErasureView(String at, String by, String parts, String key) {
}
