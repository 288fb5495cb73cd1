package org.decisiongates.jira.owner;

import java.util.ArrayList;
import java.util.List;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;

/** Changes owner or assignee of an issue by an ordinary edit with the rights of one person. Each answers why it was refused. */
@JiraComponent
class OwnerFieldEditor {

    private final IssueService service;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;
    private final JiraTexts texts;

    OwnerFieldEditor(IssueService service, PermissionManager permissions, JiraAuthenticationContext authentication, JiraTexts texts) {
        this.service = service;
        this.permissions = permissions;
        this.authentication = authentication;
        this.texts = texts;
    }

    /**
     * Ends a difference. Where nobody would take somebody's place, nothing is changed: who was there would be lost.
     *
     * @param toOwner whether the owner is assigned; otherwise the assignee becomes the owner
     */
    List<String> settle(ApplicationUser actor, OwnerDifference found, String ownerField, boolean toOwner) {
        if ((toOwner ? found.owner() : found.assignee()) == null) {
            return List.of(texts.text("decision-gates.owner." + (toOwner ? "no-owner" : "no-assignee")));
        }
        return toOwner ? assign(actor, found.issue(), found.owner()) : own(actor, found.issue(), ownerField, found.assignee());
    }

    /** @param owner null for nobody */
    List<String> assign(ApplicationUser actor, Issue issue, ApplicationUser owner) {
        return mayAssign(actor, issue, owner) ? update(actor, issue, input -> input.setAssigneeId(owner == null ? null : owner.getName()))
                : List.of(texts.text("decision-gates.owner.not-assignable", OwnerDifference.name(texts, owner)));
    }

    /** @param owner null for nobody */
    List<String> own(ApplicationUser actor, Issue issue, String fieldId, ApplicationUser owner) {
        // empty text takes the value away
        return update(actor, issue, input -> input.addCustomFieldValue(fieldId, owner == null ? "" : owner.getName()));
    }

    /** Asked here as well, because a change of fields need not be refused for what the page of an assignment refuses. */
    private boolean mayAssign(ApplicationUser actor, Issue issue, ApplicationUser owner) {
        return permissions.hasPermission(ProjectPermissions.ASSIGN_ISSUES, issue.getProjectObject(), actor)
                && (owner == null || owner.isActive()
                        && permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, issue.getProjectObject(), owner));
    }

    /**
     * As {@code actor}: whether somebody may assign, Jira asks of who is logged in on the thread, whoever the service is told of. On the
     * thread of a job that is nobody.
     */
    private List<String> update(ApplicationUser actor, Issue issue, Change change) {
        ApplicationUser before = authentication.getLoggedInUser();
        authentication.setLoggedInUser(actor);
        try {
            return refusals(actor, issue, change);
        } finally {
            authentication.setLoggedInUser(before);
        }
    }

    private List<String> refusals(ApplicationUser actor, Issue issue, Change change) {
        IssueInputParameters input = service.newIssueInputParameters();
        // the other one need not be on the screen of whoever changed one
        input.setSkipScreenCheck(true);
        input.setRetainExistingValuesWhenParameterNotProvided(true, true);
        change.in(input);
        IssueService.UpdateValidationResult valid = service.validateUpdate(actor, issue.getId(), input);
        if (!valid.isValid()) {
            return said(valid.getErrorCollection());
        }
        IssueService.IssueResult result = service.update(actor, valid);
        return result.isValid() ? List.of() : said(result.getErrorCollection());
    }

    private List<String> said(ErrorCollection errors) {
        List<String> said = new ArrayList<>(errors.getErrorMessages());
        said.addAll(errors.getErrors().values());
        return said.isEmpty() ? List.of(texts.text("decision-gates.owner.not-edited")) : said;
    }

    private interface Change {
        void in(IssueInputParameters input);
    }
}
