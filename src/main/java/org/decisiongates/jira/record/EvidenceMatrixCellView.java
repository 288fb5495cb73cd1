package org.decisiongates.jira.record;

/**
 * What a piece of evidence does for a criterion.
 *
 * @param column what heads the column, which a narrow page repeats
 * @param text   empty where it does nothing
 */
public record EvidenceMatrixCellView(String column, String text) {
}
