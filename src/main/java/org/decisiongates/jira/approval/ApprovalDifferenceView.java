package org.decisiongates.jira.approval;

import java.util.List;

/**
 * How a section changed since it was approved.
 *
 * @param section   its name
 * @param changedBy who changed it last, and when, in words; empty text where that is not known
 * @param removed   what it said
 * @param added     what it says
 */
public record ApprovalDifferenceView(String section, String changedBy, List<ApprovalContentPartView> removed,
        List<ApprovalContentPartView> added) {

    public ApprovalDifferenceView {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
