package org.decisiongates.jira.impact;

import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLines.ChangeContext;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;

/** Finds the issue of a request, and what the caller may do with its impact lines. */
@JiraComponent
public class ImpactIssues {

    private final IssueService issues;
    private final OwnIssueTypes types;
    private final JiraAuthenticationContext authentication;
    private final ProjectTime time;

    ImpactIssues(IssueService issues, OwnIssueTypes types, JiraAuthenticationContext authentication, ProjectTime time) {
        this.issues = issues;
        this.types = types;
        this.authentication = authentication;
        this.time = time;
    }

    /** The issue; empty when there is none of this key, or the caller may not see it. */
    Optional<Issue> visible(String key) {
        return Optional.ofNullable(issues.getIssue(authentication.getLoggedInUser(), key).getIssue());
    }

    /** What the issue is to the app; empty for an issue that has no impact lines. */
    Optional<Change.Kind> kind(Issue issue) {
        return types.withId(issue.getIssueTypeId()).map(OwnIssueType::kind);
    }

    /** Whether the caller may edit the issue, and the issue's status lets it be edited. */
    boolean editable(Issue issue) {
        ApplicationUser caller = authentication.getLoggedInUser();
        return caller != null && issues.isEditable(issue, caller);
    }

    /** A change that the caller makes now. */
    ChangeContext context(Issue issue) {
        return new ChangeContext(issue.getId(), issue.getKey(), issue.getProjectObject().getId(), kind(issue).orElseThrow(),
                authentication.getLoggedInUser().getKey(), time.now().toInstant());
    }
}
