package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;

/** Admits to pages of a project, which {@code project} names by its key: its administrators, and those of Jira. */
@JiraComponent
public class ProjectAdminAccess {

    private final UserAccess users;
    private final Access access;
    private final FormPages pages;

    ProjectAdminAccess(UserAccess users, Access access, FormPages pages) {
        this.users = users;
        this.access = access;
        this.pages = pages;
    }

    /** The project; no project where the address names none, which the page then says. Empty when the response is complete. */
    public Optional<Optional<Project>> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (users.admit(request, response).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.ofNullable(request.getParameter("project")).filter(key -> !key.isBlank())
                    .map(access::administered));
        } catch (ProblemException e) {
            pages.refuse(e.status(), e.messages(), response);
            return Optional.empty();
        }
    }
}
