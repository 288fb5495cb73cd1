package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.web.api.model.WebPanel;

/** What a project shows under a sidebar link of the app: a page of the app. */
public abstract class ProjectPagePanel implements WebPanel {

    private final ProjectPage page;
    private final ProjectManager projects;
    private final String failed;

    /** @param failed key of what is said where the page fails */
    protected ProjectPagePanel(ProjectPage page, ProjectManager projects, String failed) {
        this.page = page;
        this.projects = projects;
        this.failed = failed;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        return ProjectPanels.html(context, projects, page, failed);
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
