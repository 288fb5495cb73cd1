package org.decisiongates.page.view;

import java.util.List;

/** One row of a table: the cell that names it and the cells that say how it stands. */
public final class RowView {

    private final CellView head;
    private final List<CellView> cells;
    private final String style;

    /** @param style how much the row weighs, as part of a style class: {@code firm}, {@code faint} */
    public RowView(CellView head, List<CellView> cells, String style) {
        this.head = head;
        this.cells = List.copyOf(cells);
        this.style = style;
    }

    public RowView(CellView head, List<CellView> cells) {
        this(head, cells, "firm");
    }

    public CellView getHead() {
        return head;
    }

    public List<CellView> getCells() {
        return cells;
    }

    public String getStyle() {
        return style;
    }
}
