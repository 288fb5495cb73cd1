package org.decisiongates.page.view;

import java.util.List;

/** One part of a summary: a table, or sentences where there is nothing to list. */
public final class SectionView {

    private final String name;
    private final String caption;
    private final List<String> headings;
    private final List<RowView> rows;
    private final List<String> sentences;
    private final List<LinkView> links;

    public SectionView(String name, String caption, List<String> headings, List<RowView> rows, List<String> sentences) {
        this(name, caption, headings, rows, new Below(sentences, List.of()));
    }

    private SectionView(String name, String caption, List<String> headings, List<RowView> rows, Below below) {
        this.name = name;
        this.caption = caption;
        this.headings = List.copyOf(headings);
        this.rows = List.copyOf(rows);
        this.sentences = List.copyOf(below.sentences);
        this.links = List.copyOf(below.links);
    }

    /** This part with links below everything else. */
    public SectionView linking(List<LinkView> more) {
        return new SectionView(name, caption, headings, rows, new Below(sentences, more));
    }

    /** Stable name, as part of a style class: {@code blockers}. */
    public String getName() {
        return name;
    }

    public String getCaption() {
        return caption;
    }

    public List<String> getHeadings() {
        return headings;
    }

    public List<RowView> getRows() {
        return rows;
    }

    /** What the rows do not say: that there are none, or how many more there are; empty when they say it all. */
    public List<String> getSentences() {
        return sentences;
    }

    /** Where the reader finds what the rows leave out; none when they leave nothing out. */
    public List<LinkView> getLinks() {
        return links;
    }

    private record Below(List<String> sentences, List<LinkView> links) {
    }
}
