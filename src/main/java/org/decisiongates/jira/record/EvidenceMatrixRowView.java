package org.decisiongates.jira.record;

import java.util.List;

/**
 * A criterion, or the decision as a whole.
 *
 * @param verdict what is so of the criterion; empty for the decision as a whole
 * @param style   style of the lozenge of the verdict, empty for the plain one
 * @param detail  what follows the criterion up, or what is missing; empty for nothing
 * @param link    the address that the detail leads to; empty for none
 */
public record EvidenceMatrixRowView(String criterion, List<EvidenceMatrixCellView> cells, String verdict, String style, String detail,
        String link) {

    public EvidenceMatrixRowView {
        cells = List.copyOf(cells);
    }
}
