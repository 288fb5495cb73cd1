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
    private final People people;

    FollowUpReader(FollowUpIssues issues, People people) {
        this.issues = issues;
        this.people = people;
    }

    /** @param actor user key; empty text for nobody logged in, from whom all are hidden */
    List<FollowUp> of(IssueRecords records, String actor) {
        return records.followUps().stream().flatMap(id -> issues.find(id).stream()).map(issue -> followUp(issue, actor)).toList();
    }

    private FollowUp followUp(Issue issue, String actor) {
        return new FollowUp(issue.getId(), issues.ownerOf(issue).isPresent(), issue.getDueDate() != null, issues.isClosed(issue),
                !people.maySee(actor, issue));
    }
}
