package org.decisiongates.page.view;

import java.util.List;

/**
 * One row of a table: the cell that names it and the cells that say how it stands.
 *
 * @param style how much the row weighs, as part of a style class: {@code firm}, {@code faint}
 */
public record RowView(CellView head, List<CellView> cells, String style) {

    public RowView {
        cells = List.copyOf(cells);
    }

    public RowView(CellView head, List<CellView> cells) {
        this(head, cells, "firm");
    }
}
