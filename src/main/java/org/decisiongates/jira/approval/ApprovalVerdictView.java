package org.decisiongates.jira.approval;

import java.util.List;

/**
 * What an approver said, in the panel.
 *
 * @param who         the approver, or who stood in for whom
 * @param what        what they said, in words
 * @param confirmed   that they gave their password, in words; empty text where they did not
 * @param standing    whether it counts, in words
 * @param style       style of its lozenge
 * @param own         whether it is the reader's own approval and stale: what changed is open at once
 * @param differences what the issue says else than what they were shown; none where it counts
 */
public record ApprovalVerdictView(String who, String what, String at, String confirmed, String comment, String standing, String style,
        boolean own, List<ApprovalDifferenceView> differences) {

    public ApprovalVerdictView {
        differences = List.copyOf(differences);
    }
}
