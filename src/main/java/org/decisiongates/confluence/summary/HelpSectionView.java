package org.decisiongates.confluence.summary;

import java.util.List;

/**
 * A table of the help page; the first cell of a row names it.
 *
 * @param anchor where a link to it leads
 */
public record HelpSectionView(String anchor, String caption, List<String> headings, List<List<String>> rows) {

    public HelpSectionView {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
