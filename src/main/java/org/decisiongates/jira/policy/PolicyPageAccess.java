package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.policy.Scope;

/** Admits to pages of policies: of all projects, administrators of Jira; with {@code project} of a project, its administrators. */
@JiraComponent
public class PolicyPageAccess {

    private final AdminAccess administrators;
    private final UserAccess users;
    private final PolicyAccess access;

    PolicyPageAccess(AdminAccess administrators, UserAccess users, PolicyAccess access) {
        this.administrators = administrators;
        this.users = users;
        this.access = access;
    }

    /** Where the caller may change policies; empty when the response is complete. */
    Optional<Scope> scope(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String project = Optional.ofNullable(request.getParameter("project")).orElse("").strip();
        if (project.isEmpty()) {
            return administrators.admit(request, response).map(admin -> Scope.GLOBAL);
        }
        if (users.admit(request, response).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Scope.of(access.project(project).getId()));
        } catch (ProblemException e) {
            response.sendError(e.status());
            return Optional.empty();
        }
    }
}
