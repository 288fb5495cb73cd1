package org.decisiongates.confluence.summary;

import java.util.List;

/** One open item: the cell that names it and the cells that say how it stands. */
public final class SummaryRowView {

    private final SummaryCellView issue;
    private final List<SummaryCellView> cells;

    SummaryRowView(SummaryCellView issue, List<SummaryCellView> cells) {
        this.issue = issue;
        this.cells = List.copyOf(cells);
    }

    public SummaryCellView getIssue() {
        return issue;
    }

    public List<SummaryCellView> getCells() {
        return cells;
    }
}
