package org.decisiongates.confluence.approval;

import java.util.List;

/**
 * What has to be approved of an issue, and who said what.
 *
 * @param state   how far it is met, in words
 * @param style   style of the mark of that, empty text for the plain one
 * @param missing who could still approve, as a sentence; empty text for nobody
 * @param more    how many further approvers said something, as a sentence; empty text for none
 */
public record RequiredApprovalView(String name, String state, String style, String missing, List<GivenVerdictView> verdicts,
        String more) {

    public RequiredApprovalView {
        verdicts = List.copyOf(verdicts);
    }
}
