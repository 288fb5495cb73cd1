package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of a table: links, a text, marks, a small drawing, an explanation; any of them may be missing.
 *
 * @param style how the text may be set, as part of a style class: {@code text}, {@code unbroken}
 */
public record CellView(String text, String style, List<LinkView> links, List<MarkView> marks, List<BarView> bars, List<WhyView> whys) {

    public CellView {
        links = List.copyOf(links);
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
        whys = List.copyOf(whys);
    }

    public static CellView of(String text) {
        return linking(List.of(), text);
    }

    /** A cell that names issues, with {@code text} behind them. */
    public static CellView linking(List<LinkView> links, String text) {
        return new CellView(text, "text", links, List.of(), List.of(), List.of());
    }

    /** This cell with one mark more. */
    public CellView marked(MarkView mark) {
        return new CellView(text, style, links, Stream.concat(marks.stream(), Stream.of(mark)).toList(), bars, whys);
    }

    /** This cell on one line: a date, a number. */
    public CellView unbroken() {
        return new CellView(text, "unbroken", links, marks, bars, whys);
    }

    /** This cell with a drawing. */
    public CellView drawn(List<BarView> drawing) {
        return new CellView(text, style, links, marks, drawing, whys);
    }

    /** This cell with an explanation. */
    public CellView explained(WhyView why) {
        return new CellView(text, style, links, marks, bars, List.of(why));
    }
}
