package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.approval.SealedApprovalStep;

/**
 * What happened to the approvals of several issues, and who wrote and owned these, read for all of them at the first question: one
 * statement each. For one thread of execution.
 */
public final class ApprovalsOfMany {

    private final ApprovalSteps steps;
    private final ContentEditors editors;
    private final List<Long> issueIds;
    private Map<Long, List<SealedApprovalStep>> read;
    private Map<Long, EditorsAndOwners> authors;

    public ApprovalsOfMany(ApprovalSteps steps, ContentEditors editors, List<Long> issueIds) {
        this.steps = steps;
        this.editors = editors;
        this.issueIds = List.copyOf(issueIds);
    }

    List<SealedApprovalStep> of(long issueId) {
        read = read == null ? steps.ofIssues(issueIds) : read;
        return read.getOrDefault(issueId, List.of());
    }

    public EditorsAndOwners authorsOf(long issueId) {
        authors = authors == null ? editors.ofIssues(issueIds) : authors;
        return authors.getOrDefault(issueId, EditorsAndOwners.NONE);
    }
}
