package org.decisiongates.jira.platform.record;

import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;

/** Reads issues that follow up what criteria cannot demonstrate; they may be of any type and in any project. */
@JiraComponent
public class FollowUpIssues {

    private static final String DONE = "done";

    private final IssueManager issues;
    private final JiraFields fields;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;

    public FollowUpIssues(IssueManager issues, JiraFields fields, PermissionManager permissions, JiraAuthenticationContext authentication) {
        this.issues = issues;
        this.fields = fields;
        this.permissions = permissions;
        this.authentication = authentication;
    }

    /** The issue, whoever may see it; empty when it is gone. */
    public Optional<Issue> find(long id) {
        return Optional.ofNullable(issues.getIssueObject(id));
    }

    /** Whether the caller may see the issue. */
    public boolean isVisible(Issue issue) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, authentication.getLoggedInUser());
    }

    /** Its key; empty when the issue is gone or the caller may not see it. */
    public Optional<String> keyOf(long id) {
        return find(id).filter(this::isVisible).map(Issue::getKey);
    }

    /** Who answers for it, with an account that is in use: its owner where issues of its type have one, else its assignee. */
    public Optional<ApplicationUser> ownerOf(Issue issue) {
        return ownerField(issue)
                .map(field -> Optional.ofNullable(issue.getCustomFieldValue(field)).filter(ApplicationUser.class::isInstance)
                        .map(ApplicationUser.class::cast))
                .orElseGet(() -> Optional.ofNullable(issue.getAssignee())).filter(ApplicationUser::isActive);
    }

    /** Whether issues of its type have an owner, and not only an assignee. */
    public boolean hasOwnerField(Issue issue) {
        return ownerField(issue).isPresent();
    }

    private Optional<CustomField> ownerField(Issue issue) {
        return fields.custom(Field.OWNER).filter(field -> field.getRelevantConfig(issue) != null);
    }

    /** Whether its status is in the category Done. */
    public boolean isClosed(Issue issue) {
        return Objects.requireNonNull(issue.getStatus().getStatusCategory().getKey(), "Jira gives the status no category").equals(DONE);
    }
}
