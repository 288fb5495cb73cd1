package org.decisiongates.jira.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Where somebody may create an issue of the app for another issue. */
@JiraComponent
public class CreationProjects {

    private final EnabledProjects enabled;
    private final PermissionManager permissions;
    private final JiraTexts texts;

    CreationProjects(EnabledProjects enabled, PermissionManager permissions, JiraTexts texts) {
        this.enabled = enabled;
        this.permissions = permissions;
        this.texts = texts;
    }

    /** The projects in which the caller may, that of the issue first. */
    public List<Project> choices(Issue about, ApplicationUser caller) {
        List<Project> projects = new ArrayList<>(enabled.enabled().stream()
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, caller)
                        && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project, caller))
                .toList());
        projects.sort((one, other) -> Boolean.compare(isOf(other, about), isOf(one, about)));
        return projects;
    }

    /**
     * The project that was typed, or the first of all.
     *
     * @param input where it was typed
     * @throws RefusedCreationException when it is none of them
     */
    public Project chosen(CreationInput input, CreationFormValues typed, Issue about, ApplicationUser caller) {
        return choices(about, caller).stream().filter(project -> !typed.has(input) || project.getKey().equals(typed.text(input)))
                .findFirst().orElseThrow(() -> new RefusedCreationException(
                        Map.of(input, texts.text("decision-gates.jira.creation.no-such-project")), List.of()));
    }

    /** Whether the caller may link the issue, without which nobody creates another one for it. */
    public boolean mayLink(Issue about, ApplicationUser caller) {
        return permissions.hasPermission(ProjectPermissions.LINK_ISSUES, about.getProjectObject(), caller);
    }

    /**
     * Whether a form may begin with the summary of the issue: not where the issue has a security level, which the new one has not, nor
     * where the new one begins in another project. It would be copied to other readers without a word.
     */
    public boolean mayBeginWithSummary(Issue about, ApplicationUser caller) {
        return about.getSecurityLevelId() == null
                && choices(about, caller).stream().findFirst().filter(first -> isOf(first, about)).isPresent();
    }

    /** Whether the project is that of the issue. */
    static boolean isOf(Project project, Issue about) {
        return project.getId().equals(about.getProjectObject().getId());
    }
}
