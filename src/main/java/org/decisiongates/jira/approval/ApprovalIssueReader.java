package org.decisiongates.jira.approval;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.policy.Policies;

/** What approvals ask of an issue that the caller may see: what it says now, and what the caller may do with it. */
@JiraComponent
class ApprovalIssueReader {

    private final ApprovalReader reader;
    private final IssueViewFactory views;
    private final OwnIssueAccess issues;
    private final JiraAuthenticationContext authentication;
    private final GlobalPermissionManager permissions;
    private final CreationProjects projects;

    ApprovalIssueReader(ApprovalSteps steps, Policies policies, ApproverDirectory directory, ContentEditors editors,
            IssueViewFactory views, OwnIssueAccess issues, JiraAuthenticationContext authentication,
            GlobalPermissionManager permissions, CreationProjects projects) {
        this.reader = new ApprovalReader(steps, policies::inForce, directory, editors);
        this.views = views;
        this.issues = issues;
        this.authentication = authentication;
        this.permissions = permissions;
        this.projects = projects;
    }

    /** The issue as it is now. */
    ApprovalSubject subject(Issue issue) {
        return reader.subject(views.before(issue, callerKey()), issue.getId(), issue.getProjectId());
    }

    /** Whether the caller may ask for approvals: its owner, and whoever may edit it. */
    boolean mayRequest(Issue issue, ApprovalSubject subject) {
        return mayRequest(issue, subject.owner());
    }

    /** Whether the caller may create another issue of the app for this one. */
    boolean mayCreateFor(Issue issue) {
        ApplicationUser caller = authentication.getLoggedInUser();
        return caller != null && projects.mayLink(issue, caller) && !projects.choices(issue, caller).isEmpty();
    }

    private boolean mayRequest(Issue issue, Optional<String> owner) {
        return !callerKey().isEmpty() && (issues.editable(issue) || owner.filter(callerKey()::equals).isPresent());
    }

    /**
     * Whom the caller is told of those who could still approve by a requirement: everybody, for whoever may ask them, and for approvers,
     * as far as they may browse users; nobody, for others. Who is in a group or a role is not for every reader.
     */
    Function<RequirementState, List<String>> named(Issue issue, Approvals approvals) {
        boolean isConcerned = permissions.hasPermission(GlobalPermissionKey.USER_PICKER, authentication.getLoggedInUser())
                && (mayRequest(issue, approvals.owner()) || !callerKey().isEmpty() && approvals.isApprover(callerKey()));
        return state -> isConcerned ? state.missing() : List.of();
    }

    /** User key of the caller; empty text where nobody is logged in. */
    String callerKey() {
        ApplicationUser caller = authentication.getLoggedInUser();
        return caller == null ? "" : caller.getKey();
    }
}
