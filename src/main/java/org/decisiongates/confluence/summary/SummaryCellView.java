package org.decisiongates.confluence.summary;

/** One cell of a summary's table: a text, where it leads, and a mark that says in words what needs attention. */
public final class SummaryCellView {

    private final String text;
    private final String link;
    private final String mark;
    private final String style;

    private SummaryCellView(String text, String link, String mark, String style) {
        this.text = text;
        this.link = link;
        this.mark = mark;
        this.style = style;
    }

    static SummaryCellView of(String text) {
        return new SummaryCellView(text, "", "", "");
    }

    static SummaryCellView linked(String text, String link) {
        return new SummaryCellView(text, link, "", "");
    }

    /** This cell with a mark in one of AUI's lozenge styles. */
    SummaryCellView marked(String newMark, String newStyle) {
        return new SummaryCellView(text, link, newMark, newStyle);
    }

    public String getText() {
        return text;
    }

    public boolean isLinked() {
        return !link.isEmpty();
    }

    public String getLink() {
        return link;
    }

    public boolean isMarked() {
        return !mark.isEmpty();
    }

    public String getMark() {
        return mark;
    }

    public String getStyle() {
        return style;
    }
}
