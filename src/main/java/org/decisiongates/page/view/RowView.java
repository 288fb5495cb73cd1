package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.IntStream;

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

    /** This row with the heading of its column at each cell; {@code headings} begin with that of the head. */
    RowView labelled(List<String> headings) {
        return new RowView(head,
                IntStream.range(0, cells.size()).mapToObj(i -> cells.get(i).labelled(headings.get(i + 1))).toList(), style);
    }
}
