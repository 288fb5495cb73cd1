package org.decisiongates.confluence.summary;

import java.util.List;

/** A table of the help page; the first cell of a row names it. */
public record HelpSectionView(String caption, List<String> headings, List<List<String>> rows) {

    public HelpSectionView {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
