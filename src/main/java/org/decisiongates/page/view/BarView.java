package org.decisiongates.page.view;

/**
 * One upright rectangle of a small drawing, in pixels from its upper left corner.
 *
 * @param style what it stands for, as part of a style class: {@code now}
 */
public record BarView(int left, int top, int width, int height, String style) {
}
