package org.decisiongates.page.view;

/** Words that stand out: a lozenge beside a text, or a message above the summary. The words say what the colour says. */
public final class MarkView {

    private final String text;
    private final String style;

    /** @param style end of a style class of the host's own: {@code removed} for a lozenge, {@code warning} for a message */
    public MarkView(String text, String style) {
        this.text = text;
        this.style = style;
    }

    public String getText() {
        return text;
    }

    public String getStyle() {
        return style;
    }
}
