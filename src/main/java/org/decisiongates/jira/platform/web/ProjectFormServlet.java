package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Serves a page with a form that is one of the settings of a project, for those whom {@link ProjectAdminAccess} admits. An address may name
 * no project, which the page then says.
 */
public abstract class ProjectFormServlet extends FormServlet<Optional<Project>> {

    private static final long serialVersionUID = 1L;

    private final transient ProjectAdminAccess door;

    /** @param webResources complete keys of what the page loads */
    protected ProjectFormServlet(FormPages pages, ProjectAdminAccess door, String... webResources) {
        super(pages, webResources);
        this.door = door;
    }

    @Override
    protected final Optional<Optional<Project>> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.admit(request, response);
    }

    @Override
    protected final Optional<Project> settingsOf(Optional<Project> named) {
        return named;
    }
}
