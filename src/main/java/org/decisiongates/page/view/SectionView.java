package org.decisiongates.page.view;

import java.util.List;

/**
 * One part of a summary: a table, or sentences where there is nothing to list.
 *
 * @param name      stable name, as part of a style class: {@code blockers}
 * @param sentences what the rows do not say: that there are none, or how many more there are; empty when they say it all
 * @param links     where the reader finds what the rows leave out; none when they leave nothing out
 */
public record SectionView(String name, String caption, List<String> headings, List<RowView> rows, List<String> sentences,
        List<LinkView> links) {

    public SectionView {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        sentences = List.copyOf(sentences);
        links = List.copyOf(links);
    }

    public SectionView(String name, String caption, List<String> headings, List<RowView> rows, List<String> sentences) {
        this(name, caption, headings, rows, sentences, List.of());
    }

    /** This part with links below everything else. */
    public SectionView linking(List<LinkView> more) {
        return new SectionView(name, caption, headings, rows, sentences, more);
    }
}
