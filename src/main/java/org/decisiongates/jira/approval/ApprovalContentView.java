package org.decisiongates.jira.approval;

import java.util.List;

/**
 * A section of what is approved.
 *
 * @param section its name
 * @param parts   its rows
 */
public record ApprovalContentView(String section, List<ApprovalContentPartView> parts) {

    public ApprovalContentView {
        parts = List.copyOf(parts);
    }
}
