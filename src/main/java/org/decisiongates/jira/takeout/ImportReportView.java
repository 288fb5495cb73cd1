package org.decisiongates.jira.takeout;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * What came of an import, as its template sees it.
 *
 * @param counts how many were created, found and refused
 * @param former lead to the issues that had left their first status there, by that status
 * @param lines  the first ones, what was refused before all others
 * @param more   that there are more; empty text where there are none
 */
public record ImportReportView(List<MarkView> counts, List<LinkView> former, List<ImportLineView> lines, String more) {

    public ImportReportView {
        counts = List.copyOf(counts);
        former = List.copyOf(former);
        lines = List.copyOf(lines);
    }
}
