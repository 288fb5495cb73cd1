package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.policy.Scope;

/** Admits to pages of a scope: of all projects, administrators of Jira; with {@code project} of a project, its administrators. */
@JiraComponent
public class ScopeAccess {

    private final AdminAccess administrators;
    private final ProjectAdminAccess projects;
    private final ProjectManager all;

    ScopeAccess(AdminAccess administrators, ProjectAdminAccess projects, ProjectManager all) {
        this.administrators = administrators;
        this.projects = projects;
        this.all = all;
    }

    /** The project of a scope that the caller was admitted to; none for all projects. */
    public Optional<Project> project(Scope scope) {
        return scope.project().stream().mapToObj(all::getProjectObj).filter(Objects::nonNull).findFirst();
    }

    /** What the caller administers of what the address asks for; empty when the response is complete. */
    public Optional<Scope> scope(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String project = Optional.ofNullable(request.getParameter("project")).orElse("").strip();
        if (project.isEmpty()) {
            return administrators.admit(request, response).map(admin -> Scope.GLOBAL);
        }
        return projects.admit(request, response).flatMap(named -> named).map(named -> Scope.of(named.getId()));
    }
}
