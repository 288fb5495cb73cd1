package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.auth.LoginUriProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Admits whoever is logged in, and sends others to log in, from where they come back to what they asked for. */
@JiraComponent
public class UserAccess {

    private final JiraAuthenticationContext authentication;
    private final LoginUriProvider login;

    UserAccess(JiraAuthenticationContext authentication, LoginUriProvider login) {
        this.authentication = authentication;
        this.login = login;
    }

    /** Who asks; empty when the response is complete. */
    public Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApplicationUser user = authentication.getLoggedInUser();
        if (user == null) {
            response.sendRedirect(login.getLoginUri(addressOf(request)).toASCIIString());
        }
        return Optional.ofNullable(user);
    }

    /** What was asked for, with its query. */
    private static URI addressOf(HttpServletRequest request) {
        String page = request.getRequestURL().toString();
        try {
            return URI.create(request.getQueryString() == null ? page : page + "?" + request.getQueryString());
        } catch (IllegalArgumentException e) {
            // servers let characters pass that no address may have
            return URI.create(page);
        }
    }
}
