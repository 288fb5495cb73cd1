package org.decisiongates.jira.approval;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.approval.ApprovalStatements;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;

/**
 * Gives out the approvals of issues that the caller may see, and what was approved, so that others can verify them: one statement each.
 * They name whom the panel names: who said something, not who could.
 */
@JiraComponent
public class ApprovalExport {

    private final ApprovalSteps steps;
    private final OwnIssueAccess issues;
    private final ApplicationProperties application;

    ApprovalExport(ApprovalSteps steps, OwnIssueAccess issues, ApplicationProperties application) {
        this.steps = steps;
        this.issues = issues;
        this.application = application;
    }

    /**
     * @param issue key of the issue
     * @param lines JSON Lines; empty text where nothing happened yet
     */
    record Statements(String issue, String lines) {
    }

    Statements statements(String key) {
        Issue issue = visible(key);
        String contents = application.getBaseUrl(UrlMode.CANONICAL) + "/rest/decision-gates/1.0/issue/" + issue.getKey()
                + "/approvals/content/";
        return new Statements(issue.getKey(), ApprovalStatements.lines(steps.ofIssue(issue.getId()), issue.getKey(), contents));
    }

    /** The canonical text of what was approved. */
    String content(String key, String digest) {
        Issue issue = visible(key);
        SealedContent content = steps.contents(issue.getId(), List.of(digest)).get(digest);
        if (content != null && content.digest().equals(digest)) {
            return content.text();
        }
        boolean isNamed = steps.ofIssue(issue.getId()).stream().anyMatch(step -> step.step().content().equals(digest));
        throw isNamed ? new ProblemException(410, "decision-gates.approval.content-changed-since")
                : new ProblemException(404, "decision-gates.approval.no-such-content", digest);
    }

    private Issue visible(String key) {
        return issues.requireVisible(key, ApprovalActions.OTHER_TYPE);
    }
}
