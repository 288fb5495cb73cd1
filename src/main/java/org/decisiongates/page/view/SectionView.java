package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * One part of a summary: a table, lines, or sentences where there is nothing to list. Every cell knows the heading of its column.
 *
 * @param name      stable name, as part of a style class: {@code blockers}
 * @param shown     how much of it is seen at first: {@code open}; {@code quiet} in one line; {@code folded} below its caption; {@code rest}
 *                  where it goes on with the part before it and is folded
 * @param lines     what is told in a sentence a thing instead of in a table
 * @param sentences what the rows do not say: that there are none, or how many more there are; empty when they say it all
 * @param more      where the reader finds the rows that are left out, said beside the caption where every line counts
 * @param links     where the reader finds what the rows leave out; none when they leave nothing out
 */
public record SectionView(String name, String caption, String shown, List<String> headings, List<RowView> rows, List<SummaryLineView> lines,
        List<String> sentences, List<LinkView> more, List<LinkView> links) {

    private static final String OPEN = "open";

    public SectionView {
        headings = List.copyOf(headings);
        List<String> columns = headings;
        rows = rows.stream().map(row -> row.labelled(columns)).toList();
        lines = List.copyOf(lines);
        sentences = List.copyOf(sentences);
        more = List.copyOf(more);
        links = List.copyOf(links);
    }

    /** A table, or sentences where there is none. */
    public SectionView(String name, String caption, List<String> headings, List<RowView> rows, List<String> sentences) {
        this(name, caption, rows.isEmpty() ? "quiet" : OPEN, headings, rows, List.of(), sentences, List.of(), List.of());
    }

    /** Lines, with sentences below them. */
    public static SectionView of(String name, String caption, List<SummaryLineView> lines, List<String> sentences) {
        return new SectionView(name, caption, OPEN, List.of(), List.of(), lines, sentences, List.of(), List.of());
    }

    /** This part under another caption. */
    public SectionView captioned(String another) {
        return captioned(another, more);
    }

    /** This part with links below everything else. */
    public SectionView linking(List<LinkView> ways) {
        return new SectionView(name, caption, shown, headings, rows, lines, sentences, more, ways);
    }

    /** This part under another caption, with ways to the rows that it leaves out beside it. */
    public SectionView captioned(String another, List<LinkView> others) {
        return new SectionView(name, another, shown, headings, rows, lines, sentences, others, links);
    }

    /** This part with these sentences and no others. */
    public SectionView saying(List<String> others) {
        return new SectionView(name, caption, shown, headings, rows, lines, others, more, links);
    }

    /** This part with a sentence before its own. */
    public SectionView sayingFirst(String sentence) {
        return saying(Stream.concat(Stream.of(sentence), sentences.stream()).toList());
    }

    /** This part, folded below {@code line} where it has a table. */
    public SectionView folded(String line) {
        return rows.isEmpty() ? this : new SectionView(name, line, "folded", headings, rows, lines, sentences, more, links);
    }

    /** The rows of this part from the one at {@code first} on, folded below {@code line}, with the sentences and links of this part. */
    public SectionView rest(int first, String line) {
        return new SectionView(name + "-rest", line, "rest", headings, rows.subList(first, rows.size()), List.of(), sentences, List.of(),
                links);
    }

    /** The first rows of this part, and nothing below them. */
    public SectionView first(int most) {
        return new SectionView(name, caption, shown, headings, rows.subList(0, most), lines, List.of(), more, List.of());
    }
}
