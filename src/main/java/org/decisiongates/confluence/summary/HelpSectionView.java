package org.decisiongates.confluence.summary;

import java.util.List;

/** A table of the help page; the first cell of a row names it. */
public final class HelpSectionView {

    private final String caption;
    private final List<String> headings;
    private final List<List<String>> rows;

    HelpSectionView(String caption, List<String> headings, List<List<String>> rows) {
        this.caption = caption;
        this.headings = List.copyOf(headings);
        this.rows = rows.stream().map(List::copyOf).toList();
    }

    public String getCaption() {
        return caption;
    }

    public List<String> getHeadings() {
        return headings;
    }

    public List<List<String>> getRows() {
        return rows;
    }
}
