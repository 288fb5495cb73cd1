package org.decisiongates.sandbox.jira.model;

/** A link between two issues. */
public record LinkRow(long id, LinkTypeRow type, long sourceId, long destinationId) {
}
