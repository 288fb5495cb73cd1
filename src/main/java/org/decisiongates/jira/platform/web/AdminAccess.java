package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.text.Message;

/** Admits administrators with a confirmed session, and sends everybody else to log in or confirm. */
@JiraComponent
public class AdminAccess {

    private final UserAccess users;
    private final GlobalPermissionManager permissions;
    private final SecureSession session;
    private final FormPages pages;

    AdminAccess(UserAccess users, GlobalPermissionManager permissions, SecureSession session, FormPages pages) {
        this.users = users;
        this.permissions = permissions;
        this.session = session;
        this.pages = pages;
    }

    /** The administrator who asks; empty when the response is complete. */
    public Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ApplicationUser> user = users.admit(request, response);
        if (user.isEmpty()) {
            return user;
        }
        if (!permissions.hasPermission(GlobalPermissionKey.ADMINISTER, user.get())) {
            pages.refuse(HttpServletResponse.SC_FORBIDDEN, List.of(Message.of("decision-gates.jira.rest.not-admin")), response);
            return Optional.empty();
        }
        if (!session.isConfirmed(request)) {
            session.ask(request, response);
            return Optional.empty();
        }
        return user;
    }
}
