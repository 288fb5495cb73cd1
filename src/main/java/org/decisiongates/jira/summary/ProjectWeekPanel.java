package org.decisiongates.jira.summary;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.web.api.model.WebPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.web.ProjectPanels;

/**
 * What a project shows under its sidebar link "Decisions &amp; Blockers": the weekly summary. The chosen week is in the request.
 */
public final class ProjectWeekPanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWeekPanel.class);

    private final ProjectWeekPage page;
    private final ProjectManager projects;
    private final JiraAuthenticationContext authentication;

    public ProjectWeekPanel(ProjectWeekPage page, ProjectManager projects, JiraAuthenticationContext authentication) {
        this.page = page;
        this.projects = projects;
        this.authentication = authentication;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        Optional<Project> project = ProjectPanels.project(context, projects);
        if (project.isEmpty()) {
            LOG.error("Jira names no project to the panel; it gives {}", context.keySet());
            return page.unknown();
        }
        try {
            return page.html(project.get(), authentication.getLoggedInUser(),
                    ProjectWeekQuestion.of(ProjectPanels.parameters(context)));
        } catch (RuntimeException | IOException e) {
            LOG.error("the week of project {} could not be shown", project.get().getKey(), e);
            return page.failed();
        }
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
