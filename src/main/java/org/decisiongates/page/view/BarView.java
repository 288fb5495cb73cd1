package org.decisiongates.page.view;

/** One upright rectangle of a small drawing, in pixels from its left upper corner. */
public final class BarView {

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final String style;

    public BarView(int left, int top, int width, int height, String style) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.style = style;
    }

    public int getLeft() {
        return left;
    }

    public int getTop() {
        return top;
    }

    public int getWidth() {
        return width;
    }

    public int getHeight() {
        return height;
    }

    /** What it stands for, as part of a style class: {@code now}. */
    public String getStyle() {
        return style;
    }
}
