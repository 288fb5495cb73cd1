package org.decisiongates.jira.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.policy.Policies;

/** The approvals of several issues as they are, read together. */
@JiraComponent
public class ApprovalsBatchReader {

    /** How many issues are read with one statement each for steps, records and edits. */
    static final int TOGETHER = 200;

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final ContentEditors editors;
    private final ApprovalReader reader;
    private final IssueViewFactory views;

    ApprovalsBatchReader(ApprovalSteps steps, Policies policies, ApproverDirectory directory, ContentEditors editors,
            IssueViewFactory views) {
        this.steps = steps;
        this.directory = directory;
        this.editors = editors;
        this.reader = new ApprovalReader(steps, policies::inForce, directory, editors);
        this.views = views;
    }

    /**
     * By issue id, in the order of the issues.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     */
    Map<Long, Approvals> of(List<Issue> issues, String viewer) {
        Map<Long, Approvals> all = new LinkedHashMap<>();
        for (int from = 0; from < issues.size(); from += TOGETHER) {
            add(issues.subList(from, Math.min(issues.size(), from + TOGETHER)), viewer, all);
        }
        return all;
    }

    private void add(List<Issue> issues, String viewer, Map<Long, Approvals> all) {
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        Map<Long, List<SealedApprovalStep>> stored = steps.ofIssues(ids);
        Map<Long, EditorsAndOwners> authors = editors.ofIssues(ids);
        List<IssueView> now = views.before(issues, viewer);
        for (int i = 0; i < issues.size(); i++) {
            Issue issue = issues.get(i);
            all.put(issue.getId(), new Approvals(
                    reader.subject(now.get(i), issue.getId(), issue.getProjectId(), Objects.requireNonNull(authors.get(issue.getId()))),
                    stored.getOrDefault(issue.getId(), List.of()), directory));
        }
    }
}
