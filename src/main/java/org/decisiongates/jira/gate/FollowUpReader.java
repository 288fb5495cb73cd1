package org.decisiongates.jira.gate;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.FollowUp;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.jira.platform.record.FollowUpIssues;

/** Reads for rules what became of the issues that follow up criteria, as many as an issue has criteria at most. */
@JiraComponent
class FollowUpReader {

    private final FollowUpIssues issues;

    FollowUpReader(FollowUpIssues issues) {
        this.issues = issues;
    }

    List<FollowUp> of(IssueRecords records) {
        return records.followUps().stream().flatMap(id -> issues.find(id).stream()).map(this::followUp).toList();
    }

    private FollowUp followUp(Issue issue) {
        return new FollowUp(issue.getId(), issues.ownerOf(issue).isPresent(), issue.getDueDate() != null, issues.isClosed(issue));
    }
}
