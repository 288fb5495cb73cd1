package org.decisiongates.jira.platform.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Projects that are archived. They keep their schemes and can be restored at any time, and Jira need not list them among its projects. */
@JiraComponent
public class ArchivedProjects {

    private static final Logger LOG = LoggerFactory.getLogger(ArchivedProjects.class);

    private final ProjectManager projects;

    ArchivedProjects(ProjectManager projects) {
        this.projects = projects;
    }

    /**
     * Empty where this Jira does not tell. By reflection: scripts call the method, but what it returns is published nowhere, and a wrong
     * guess would not link.
     */
    public Optional<List<Project>> all() {
        try {
            if (ProjectManager.class.getMethod("getArchivedProjects").invoke(projects) instanceof Iterable<?> archived) {
                List<Project> all = new ArrayList<>();
                archived.forEach(project -> all.add((Project) project));
                return Optional.of(all);
            }
            LOG.warn("this Jira does not tell its archived projects as a list");
        } catch (ReflectiveOperationException | ClassCastException e) {
            LOG.warn("this Jira does not tell which projects are archived", e);
        }
        return Optional.empty();
    }
}
