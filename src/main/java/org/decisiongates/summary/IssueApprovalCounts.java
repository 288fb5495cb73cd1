package org.decisiongates.summary;

/**
 * What waits for approvals of one issue.
 *
 * @param key issue key
 */
public record IssueApprovalCounts(String key, ApprovalCounts counts) {

    /** Of how many issues it is told in a week: as many as both lists hold. */
    public static final int MAX_ISSUES = 2 * WeeklySummary.MAX_ROWS;
}
