package org.decisiongates.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.RowView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.SummaryLineView;
import org.decisiongates.page.view.TileView;
import org.decisiongates.page.view.WeekView;

/** A week as plain text, for messages that are read without markup: what the templates of the page show, in their order. */
public final class PlainTextWeek {

    private static final String BETWEEN = " - ";

    private PlainTextWeek() {
    }

    /** The week in lines; ways on to other pages stand at the end. */
    public static String of(WeekView week) {
        List<String> lines = new ArrayList<>();
        lines.add(joined(BETWEEN, Stream.concat(Stream.of(week.title(), week.week(), week.moment()), texts(week.marks()))));
        week.notes().forEach(note -> lines.add(note.text()));
        lines.add("");
        lines.add(week.headline());
        lines.add("");
        week.tiles().forEach(tile -> lines.add("* " + tile(tile)));
        week.sections().forEach(section -> addSection(section, lines));
        lines.add("");
        week.links().forEach(link -> lines.add(link.text() + ": " + link.href()));
        return lines.stream().map(PlainTextWeek::plain).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String tile(TileView tile) {
        return joined(" ", Stream.of(tile.question(), tile.answer().text(), tile.numbers(), tile.sample()));
    }

    private static void addSection(SectionView section, List<String> lines) {
        lines.add("");
        lines.add("== " + section.caption() + " ==");
        section.rows().forEach(row -> lines.add("* " + row(row)));
        section.lines().forEach(line -> lines.add("* " + line(line)));
        section.sentences().forEach(lines::add);
    }

    private static String row(RowView row) {
        return joined("; ", Stream.concat(Stream.of(cell(row.head())), row.cells().stream().map(PlainTextWeek::labelled)));
    }

    private static String labelled(CellView cell) {
        String text = cell(cell);
        return text.isEmpty() || cell.label().isEmpty() ? text : cell.label() + ": " + text;
    }

    private static String cell(CellView cell) {
        return joined(" ", Stream.concat(Stream.concat(cell.links().stream().map(LinkView::text), Stream.of(cell.text())),
                texts(cell.marks())));
    }

    private static String line(SummaryLineView line) {
        return joined(" ", Stream.concat(texts(line.marks()), Stream.of(line.text(), line.more())));
    }

    private static Stream<String> texts(List<MarkView> marks) {
        return marks.stream().map(MarkView::text);
    }

    private static String joined(String between, Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }

    /** On one line, and without the places where a document may, or may not, break a line. */
    private static String plain(String line) {
        return line.replace("\u200B", "").replace('\u00A0', ' ').replaceAll("\\R", " ");
    }
}
