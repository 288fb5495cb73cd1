package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * One cell of a table: people, links, a text, marks, a small drawing; any of them may be missing.
 *
 * @param people whose pictures stand before the rest
 * @param style how the text may be set, as part of a style class: {@code text}, {@code unbroken}
 * @param label heading of its column, which stands beside it where a page has no room for columns
 */
public record CellView(List<PersonView> people, String text, String style, String label, List<LinkView> links, List<MarkView> marks,
        List<BarView> bars) {

    public CellView {
        people = List.copyOf(people);
        links = List.copyOf(links);
        marks = List.copyOf(marks);
        bars = List.copyOf(bars);
    }

    public static CellView of(String text) {
        return linking(List.of(), text);
    }

    /** A cell that names issues, with {@code text} behind them. */
    public static CellView linking(List<LinkView> links, String text) {
        return new CellView(List.of(), text, "text", "", links, List.of(), List.of());
    }

    /** This cell with one mark more. */
    public CellView marked(MarkView mark) {
        return new CellView(people, text, style, label, links, Stream.concat(marks.stream(), Stream.of(mark)).toList(), bars);
    }

    /** This cell with its text as a link. */
    public CellView linked(LinkView link) {
        return new CellView(people, "", style, label, List.of(link), marks, bars);
    }

    /** This cell on one line: a date, a number. */
    public CellView unbroken() {
        return new CellView(people, text, "unbroken", label, links, marks, bars);
    }

    /** This cell with a drawing. */
    public CellView drawn(List<BarView> drawing) {
        return new CellView(people, text, style, label, links, marks, drawing);
    }

    /** This cell with the picture of a person before everything else. */
    public CellView picturing(PersonView person) {
        return new CellView(List.of(person), text, style, label, links, marks, bars);
    }

    CellView labelled(String heading) {
        return new CellView(people, text, style, heading, links, marks, bars);
    }
}
