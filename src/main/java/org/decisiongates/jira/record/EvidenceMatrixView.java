package org.decisiongates.jira.record;

import java.util.List;

/**
 * Evidence and criteria as a table.
 *
 * @param columns the evidence, each with its number
 * @param rows    none where there is no criterion
 */
public record EvidenceMatrixView(List<String> columns, List<EvidenceMatrixRowView> rows) {

    public EvidenceMatrixView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
