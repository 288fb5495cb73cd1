package org.decisiongates.jira.platform.rest;

/**
 * What is answered to a call about impact lines.
 *
 * @param status status of HTTP
 * @param body   JSON, or the panel as HTML; empty for none
 */
public record RestReply(int status, String body) {
}
