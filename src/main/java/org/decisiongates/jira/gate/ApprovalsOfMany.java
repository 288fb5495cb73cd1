package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.SealedApprovalStep;

/** What happened to the approvals of several issues, read with one statement at the first question. For one thread of execution. */
final class ApprovalsOfMany {

    private final ApprovalSteps steps;
    private final List<Long> issueIds;
    private Map<Long, List<SealedApprovalStep>> read;

    ApprovalsOfMany(ApprovalSteps steps, List<Long> issueIds) {
        this.steps = steps;
        this.issueIds = List.copyOf(issueIds);
    }

    List<SealedApprovalStep> of(long issueId) {
        read = read == null ? steps.ofIssues(issueIds) : read;
        return read.getOrDefault(issueId, List.of());
    }
}
