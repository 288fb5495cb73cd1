package org.decisiongates.jira.policy;

import java.io.IOException;
import java.util.Optional;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.web.AdminAccess;
import org.decisiongates.jira.platform.web.LoginAddress;
import org.decisiongates.policy.Scope;

/** Admits to pages of policies: of all projects, administrators of Jira; with {@code project} of a project, its administrators. */
@JiraComponent
public class PolicyPageAccess {

    private final AdminAccess administrators;
    private final PolicyAccess access;
    private final JiraAuthenticationContext authentication;
    private final LoginUriProvider login;

    PolicyPageAccess(AdminAccess administrators, PolicyAccess access, JiraAuthenticationContext authentication, LoginUriProvider login) {
        this.administrators = administrators;
        this.access = access;
        this.authentication = authentication;
        this.login = login;
    }

    /** Where the caller may change policies; empty when the response is complete. */
    Optional<Scope> scope(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String project = Optional.ofNullable(request.getParameter("project")).orElse("").strip();
        if (project.isEmpty()) {
            return administrators.letsIn(request, response) ? Optional.of(Scope.GLOBAL) : Optional.empty();
        }
        if (authentication.getLoggedInUser() == null) {
            response.sendRedirect(LoginAddress.of(request, login));
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
