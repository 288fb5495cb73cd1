package org.decisiongates.confluence.summary;

import java.util.List;

/** A weekly summary as a page shows it, every text in the reader's language and every time in the project's zone. */
public final class WeeklySummaryView {

    private final String headline;
    private final String asOf;
    private final List<SummarySectionView> sections;

    WeeklySummaryView(String headline, String asOf, List<SummarySectionView> sections) {
        this.headline = headline;
        this.asOf = asOf;
        this.sections = List.copyOf(sections);
    }

    public String getHeadline() {
        return headline;
    }

    public boolean isDated() {
        return !asOf.isEmpty();
    }

    /** When and for whom it holds; empty where output must not change from one rendering to the next. */
    public String getAsOf() {
        return asOf;
    }

    public List<SummarySectionView> getSections() {
        return sections;
    }
}
