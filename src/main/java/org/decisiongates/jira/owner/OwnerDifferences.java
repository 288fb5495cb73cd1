package org.decisiongates.jira.owner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;

/**
 * Finds issues in which owner and assignee differ though their project keeps the two the same: they differed before, or whoever changed one
 * might not change the other. JQL compares no two fields, so that issues are read: of each type the {@value #MAX_READ} open ones that are
 * due first.
 */
@JiraComponent
public class OwnerDifferences {

    static final int MAX_READ = 500;

    private final OwnerSettings settings;
    private final OwnIssueTypes types;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;
    private final PhaseSearch phases;
    private final Searches searches;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;
    private final OwnerFieldEditor edits;

    OwnerDifferences(OwnerSettings settings, OwnIssueTypes types, OwnFields ownFields, CustomFieldManager fields, PhaseSearch phases,
            Searches searches, PermissionManager permissions, JiraAuthenticationContext authentication, OwnerFieldEditor edits) {
        this.settings = settings;
        this.types = types;
        this.ownFields = ownFields;
        this.fields = fields;
        this.phases = phases;
        this.searches = searches;
        this.permissions = permissions;
        this.authentication = authentication;
        this.edits = edits;
    }

    /** That of the issue; empty where the two are one person, or the project lets them differ. */
    Optional<OwnerDifference> of(Issue issue) {
        return types.of(issue).isEmpty() || settings.sameSince(issue.getProjectId()).isEmpty() ? Optional.empty()
                : owner().flatMap(field -> difference(issue, field));
    }

    /** Those of the project that whoever is logged in may browse; none where it lets them differ. */
    List<OwnerDifference> of(Project project) {
        Optional<CustomField> field = settings.sameSince(project.getId()).isEmpty() ? Optional.empty() : owner();
        ApplicationUser reader = authentication.getLoggedInUser();
        // who administers a project need not be able to browse it, and Jira then searches for nothing in it
        if (field.isEmpty() || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader)) {
            return List.of();
        }
        List<OwnerDifference> found = new ArrayList<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            phases.jql(type, OwnStatus::open, reader)
                    .ifPresent(open -> searches
                            .page(reader, JqlBuilder.within(List.of(project.getKey()), open) + " ORDER BY duedate ASC, created ASC", 0,
                                    MAX_READ)
                            .issues().forEach(issue -> difference(issue, field.get()).ifPresent(found::add)));
        }
        return found;
    }

    /**
     * Ends the differences of these issues, with the rights of whoever is logged in. Nobody becomes who owns or is assigned to any of them.
     *
     * @param toOwner whether the assignee becomes who owns the issue; otherwise the owner who is assigned
     * @return what was done to each
     */
    List<Settled> settle(Project project, Collection<String> keys, boolean toOwner) {
        String field = owner().map(CustomField::getId).orElse("");
        ApplicationUser caller = authentication.getLoggedInUser();
        return of(project).stream().filter(found -> keys.contains(found.issue().getKey()))
                .map(found -> new Settled(found.issue().getKey(), edits.settle(caller, found, field, toOwner))).toList();
    }

    private Optional<CustomField> owner() {
        return ownFields.idOf(OwnField.OWNER).map(fields::getCustomFieldObject);
    }

    private static Optional<OwnerDifference> difference(Issue issue, CustomField field) {
        ApplicationUser owner = issue.getCustomFieldValue(field) instanceof ApplicationUser user ? user : null;
        ApplicationUser assignee = issue.getAssignee();
        return Objects.equals(key(owner), key(assignee)) ? Optional.empty() : Optional.of(new OwnerDifference(issue, owner, assignee));
    }

    private static String key(ApplicationUser user) {
        return user == null ? "" : user.getKey();
    }

    /**
     * What came of one issue.
     *
     * @param refusals why it is as it was; none when the two are the same now
     */
    record Settled(String key, List<String> refusals) {
    }
}
