package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.policy.Scope;

/** Admits to pages of a scope: of all projects, administrators of Jira; with {@code project} of a project, its administrators. */
@JiraComponent
public class ScopeAccess {

    private final AdminAccess administrators;
    private final UserAccess users;
    private final Access access;

    ScopeAccess(AdminAccess administrators, UserAccess users, Access access) {
        this.administrators = administrators;
        this.users = users;
        this.access = access;
    }

    /** What the caller administers of what the address asks for; empty when the response is complete. */
    public Optional<Scope> scope(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String project = Optional.ofNullable(request.getParameter("project")).orElse("").strip();
        if (project.isEmpty()) {
            return administrators.admit(request, response).map(admin -> Scope.GLOBAL);
        }
        if (users.admit(request, response).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Scope.of(access.administered(project).getId()));
        } catch (ProblemException e) {
            response.sendError(e.status());
            return Optional.empty();
        }
    }
}
