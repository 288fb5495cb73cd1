package org.decisiongates.jira.gate;

import java.util.Locale;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.Reference;
import org.decisiongates.issue.Successor;
import org.decisiongates.jira.platform.link.SupersedingLinks;

/** Finds the issue that a text names as the one that takes the place of another. */
@JiraComponent
class Successors {

    /** No key of Jira's is longer. */
    private static final int MAX_LENGTH = 255;

    private final IssueService issues;
    private final UserManager users;
    private final IssueStatuses statuses;
    private final SupersedingLinks links;
    private final PermissionManager permissions;

    Successors(IssueService issues, UserManager users, IssueStatuses statuses, SupersedingLinks links, PermissionManager permissions) {
        this.issues = issues;
        this.users = users;
        this.statuses = statuses;
        this.links = links;
        this.permissions = permissions;
    }

    /**
     * What the issue of a key is to {@code superseded}; empty where there is none that {@code actor} may see.
     *
     * @param typed the key as somebody typed it
     * @param actor user key; empty text for nobody logged in
     * @throws MissingReferenceException where this Jira has no type of link that could say it
     */
    Optional<Successor> named(String typed, Issue superseded, String actor) {
        return issue(typed, actor).map(other -> {
            Long id = superseded.getId();
            boolean isItself = other.getId().equals(id);
            if (links.type().isEmpty()) {
                throw new MissingReferenceException(Reference.to(Reference.Kind.LINK_TYPE, SupersedingLinks.SUPERSEDES));
            }
            return new Successor(other.getKey(), statuses.typeOf(other), statuses.of(other), isItself,
                    id != null && !isItself && links.follows(id, other.getId()), isLinkable(superseded, other, actor));
        });
    }

    private boolean isLinkable(Issue superseded, Issue other, String actor) {
        return permissions.hasPermission(ProjectPermissions.LINK_ISSUES, superseded.getProjectObject(), user(actor))
                || superseded.getId() != null
                        && links.successorsOf(superseded.getId()).stream().anyMatch(one -> one.getId().equals(other.getId()));
    }

    /** The issue of a key, if {@code actor} may see it. */
    Optional<Issue> issue(String typed, String actor) {
        String key = typed.strip().toUpperCase(Locale.ROOT);
        // a number alone is the id of an issue, which nobody means
        return key.indexOf('-') < 0 || key.length() > MAX_LENGTH ? Optional.empty()
                : Optional.ofNullable(issues.getIssue(user(actor), key).getIssue());
    }

    private ApplicationUser user(String actor) {
        return actor.isEmpty() ? null : users.getUserByKey(actor);
    }
}
