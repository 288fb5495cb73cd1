package org.decisiongates.jira.digest;

/**
 * A digest in a list.
 *
 * @param name   what it is of, or whom it goes to
 * @param when   day and hour, and which week it tells
 * @param form   how it is written
 * @param id     what a form names it by
 * @param stop   what the button that ends it is called
 * @param change address at which its reader changes it; empty text for none
 */
public record DigestRowView(String name, String when, String form, String id, String stop, String change) {
}
