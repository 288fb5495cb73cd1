package org.decisiongates.jira.platform.rest;

import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;

/** Finds the issue of a request, and what the caller may do with what the app keeps of it. */
@JiraComponent
public class OwnIssueAccess {

    private final IssueService issues;
    private final IssueManager byId;
    private final OwnIssueTypes types;
    private final JiraAuthenticationContext authentication;
    private final ProjectTime time;

    OwnIssueAccess(IssueService issues, IssueManager byId, OwnIssueTypes types, JiraAuthenticationContext authentication,
            ProjectTime time) {
        this.issues = issues;
        this.byId = byId;
        this.types = types;
        this.authentication = authentication;
        this.time = time;
    }

    /** The issue; empty when there is none of this key, or the caller may not see it. */
    public Optional<Issue> visible(String key) {
        return Optional.ofNullable(issues.getIssue(authentication.getLoggedInUser(), key).getIssue());
    }

    /** The key of an issue that the caller may see, of which forms of Jira have the id alone; anything else as it is. */
    public String keyOf(String keyOrId) {
        return Optional.of(keyOrId).filter(id -> id.matches("[0-9]{1,18}")).map(id -> byId.getIssueObject(Long.valueOf(id)))
                .map(Issue::getKey).filter(key -> visible(key).isPresent()).orElse(keyOrId);
    }

    /** What the issue is to the app; empty for an issue of another type. */
    public Optional<Change.Kind> kind(Issue issue) {
        return types.of(issue).map(OwnIssueType::kind);
    }

    /** Whether the caller may edit the issue, and the issue's status lets it be edited. */
    public boolean editable(Issue issue) {
        ApplicationUser caller = authentication.getLoggedInUser();
        return caller != null && issues.isEditable(issue, caller);
    }

    /**
     * The issue of a call.
     *
     * @param otherType key of what is said of an issue of another type, which is named
     */
    public Issue requireVisible(String key, String otherType) {
        Issue issue = visible(key).orElseThrow(() -> new ProblemException(404, "decision-gates.impact.no-such-issue", key));
        if (kind(issue).isEmpty()) {
            throw new ProblemException(400, otherType, issue.getKey());
        }
        return issue;
    }

    /** The issue of a call that changes what the app keeps of it. */
    public Issue requireEditable(String key, String otherType) {
        Issue issue = requireVisible(key, otherType);
        if (!editable(issue)) {
            throw new ProblemException(403, "decision-gates.impact.not-editable", issue.getKey());
        }
        return issue;
    }

    /** A change that the caller makes now. */
    public ChangeContext context(Issue issue) {
        return new ChangeContext(issue.getId(), issue.getKey(), issue.getProjectObject().getId(), kind(issue).orElseThrow(),
                authentication.getLoggedInUser().getKey(), time.now().toInstant());
    }
}
