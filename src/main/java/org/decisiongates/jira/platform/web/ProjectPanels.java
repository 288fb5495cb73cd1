package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a panel on a project's page learns from the context that Jira hands it. Read are the documented keys {@code project},
 * {@code projectKey} and {@code pathEncodedProjectKey}, and the request, which some Jiras pass as {@code request} and all make available.
 */
public final class ProjectPanels {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectPanels.class);

    private ProjectPanels() {
    }

    /**
     * What the panel of {@code page} shows; a sentence where Jira names no project, and where the page fails, which is logged.
     *
     * @param failed key of what is said then
     */
    public static String html(Map<String, Object> context, ProjectManager projects, ProjectPage page, String failed) {
        Optional<Project> project = project(context, projects);
        try {
            return project.isEmpty() ? page.notice("decision-gates.jira.sidebar.unknown") : page.html(project.get(), parameters(context));
        } catch (RuntimeException | IOException e) {
            LOG.error("{} of project {} could not be shown", page.getClass().getSimpleName(), project.map(Project::getKey).orElse("?"), e);
            return notice(page, failed);
        }
    }

    private static String notice(ProjectPage page, String text) {
        try {
            return page.notice(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
    }

    /** The letters of a project key need no escaping in an address. */
    public static Optional<Project> project(Map<String, Object> context, ProjectManager projects) {
        return context.get("project") instanceof Project project ? Optional.of(project)
                : Stream.of("projectKey", "pathEncodedProjectKey").map(context::get).filter(String.class::isInstance)
                        .map(String.class::cast)
                        .map(projects::getProjectByCurrentKey).flatMap(Stream::ofNullable).findFirst();
    }

    /** The parameters of the address by name; null for one that is not there. */
    public static UnaryOperator<String> parameters(Map<String, Object> context) {
        HttpServletRequest request = context.get("request") instanceof HttpServletRequest given ? given : ExecutingHttpRequest.get();
        return name -> request == null ? null : request.getParameter(name);
    }
}
