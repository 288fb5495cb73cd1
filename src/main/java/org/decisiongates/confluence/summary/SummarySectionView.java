package org.decisiongates.confluence.summary;

import java.util.List;

/** One table of a summary, or the sentence that stands where it would be. */
public final class SummarySectionView {

    private final String caption;
    private final String sentence;
    private final List<String> headings;
    private final List<SummaryRowView> rows;

    SummarySectionView(String caption, String sentence, List<String> headings, List<SummaryRowView> rows) {
        this.caption = caption;
        this.sentence = sentence;
        this.headings = List.copyOf(headings);
        this.rows = List.copyOf(rows);
    }

    public String getCaption() {
        return caption;
    }

    /** What the rows do not say: that there are none, or how many more there are; empty when they say it all. */
    public String getSentence() {
        return sentence;
    }

    public List<String> getHeadings() {
        return headings;
    }

    public List<SummaryRowView> getRows() {
        return rows;
    }
}
