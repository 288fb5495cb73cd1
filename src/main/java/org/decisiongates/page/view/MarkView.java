package org.decisiongates.page.view;

/**
 * Words that stand out: a lozenge beside a text, or a message above the summary. The words say what the colour says.
 *
 * @param style end of a style class of the host's own: {@code removed} for a lozenge, {@code warning} for a message
 */
public record MarkView(String text, String style) {
}
