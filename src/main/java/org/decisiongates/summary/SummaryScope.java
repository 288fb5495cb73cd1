package org.decisiongates.summary;

/**
 * What a summary is about.
 *
 * @param kind whether {@code text} is a project key or a query
 * @param text {@code SHOP}, or JQL
 * @param name what people call it: the project's name; for a query the query itself
 */
public record SummaryScope(Kind kind, String text, String name) {

    /** Travels in lower case. */
    public enum Kind { PROJECT, JQL }
}
