package org.decisiongates.page.view;

/**
 * A way to another page.
 *
 * @param name what the link is for, as part of a style class: {@code issue}, {@code refresh}
 */
public record LinkView(String text, String href, String name) {
}
