package org.decisiongates.sandbox.jira.model;

/** A kind of link, with its two readings. */
public record LinkTypeRow(long id, String name, String inward, String outward) {
}
