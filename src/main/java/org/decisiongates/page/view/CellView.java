package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.Stream;

/** One cell of a table: links, a text, marks, a small drawing, an explanation; any of them may be missing. */
public final class CellView {

    private final Content content;

    private CellView(Content content) {
        this.content = content;
    }

    public static CellView of(String text) {
        return new CellView(new Content(text, "text", List.of(), List.of(), List.of(), List.of()));
    }

    /** A cell that names issues, with {@code text} behind them. */
    public static CellView linking(List<LinkView> links, String text) {
        return new CellView(new Content(text, "text", List.copyOf(links), List.of(), List.of(), List.of()));
    }

    /** This cell with one mark more. */
    public CellView marked(MarkView mark) {
        return new CellView(
                new Content(content.text, content.style, content.links, Stream.concat(content.marks.stream(), Stream.of(mark)).toList(),
                        content.bars, content.whys));
    }

    /** This cell on one line: a date, a number. */
    public CellView unbroken() {
        return new CellView(new Content(content.text, "unbroken", content.links, content.marks, content.bars, content.whys));
    }

    /** This cell with a drawing. */
    public CellView drawn(List<BarView> bars) {
        return new CellView(new Content(content.text, content.style, content.links, content.marks, List.copyOf(bars), content.whys));
    }

    /** This cell with an explanation. */
    public CellView explained(WhyView why) {
        return new CellView(new Content(content.text, content.style, content.links, content.marks, content.bars, List.of(why)));
    }

    public String getText() {
        return content.text;
    }

    /** How the text may be set, as part of a style class: {@code text}, {@code unbroken}. */
    public String getStyle() {
        return content.style;
    }

    public List<LinkView> getLinks() {
        return content.links;
    }

    public List<MarkView> getMarks() {
        return content.marks;
    }

    public List<BarView> getBars() {
        return content.bars;
    }

    public List<WhyView> getWhys() {
        return content.whys;
    }

    private record Content(String text, String style, List<LinkView> links, List<MarkView> marks, List<BarView> bars, List<WhyView> whys) {
    }
}
