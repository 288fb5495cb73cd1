package org.decisiongates.jira.platform.web;

import java.io.IOException;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Admits administrators with a confirmed session, and sends everybody else to log in or confirm. */
@JiraComponent
public class AdminAccess {

    private final JiraAuthenticationContext authentication;
    private final GlobalPermissionManager permissions;
    private final LoginUriProvider login;
    private final SecureSession session;

    AdminAccess(JiraAuthenticationContext authentication, GlobalPermissionManager permissions, LoginUriProvider login,
            SecureSession session) {
        this.authentication = authentication;
        this.permissions = permissions;
        this.login = login;
        this.session = session;
    }

    /** Whether to go on; otherwise the response is complete. */
    public boolean letsIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationUser user = authentication.getLoggedInUser();
        if (user == null) {
            response.sendRedirect(LoginAddress.of(request, login));
            return false;
        }
        if (!permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (!session.isConfirmed(request)) {
            session.ask(request, response);
            return false;
        }
        return true;
    }
}
