package org.decisiongates.jira.approval;

import java.util.List;

/**
 * A section of what is approved.
 *
 * @param section its name
 * @param texts   what it says, row by row
 */
public record ApprovalContentView(String section, List<String> texts) {

    public ApprovalContentView {
        texts = List.copyOf(texts);
    }
}
