package org.decisiongates.jira.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a panel on a project's page learns from the context that Jira hands it. Read are the documented keys {@code project},
 * {@code projectKey} and {@code pathEncodedProjectKey}, and the request, which some Jiras pass as {@code request} and all make available.
 */
public final class ProjectPanels {

    private ProjectPanels() {
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
