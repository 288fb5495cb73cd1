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

    /** Whether there is a table at all. */
    public boolean isListed() {
        return !rows.isEmpty();
    }

    /** Whether there is something the rows do not say. */
    public boolean isExplained() {
        return !sentence.isEmpty();
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
