package org.decisiongates.page.view;

/** A text with the heading of its column, which stands beside it where a page has no room for columns. */
public record LabelledTextView(String label, String text) {
}
