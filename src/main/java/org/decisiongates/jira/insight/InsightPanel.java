package org.decisiongates.jira.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.web.api.model.WebPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.web.ProjectPanels;

/** What a project shows under its sidebar link "Gate insight". */
public final class InsightPanel implements WebPanel {

    private static final Logger LOG = LoggerFactory.getLogger(InsightPanel.class);

    private final InsightPage page;
    private final ProjectManager projects;

    public InsightPanel(InsightPage page, ProjectManager projects) {
        this.page = page;
        this.projects = projects;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        Optional<Project> project = ProjectPanels.project(context, projects);
        try {
            return project.isEmpty() ? page.notice("decision-gates.jira.sidebar.unknown")
                    : page.html(project.get(), ProjectPanels.parameters(context));
        } catch (RuntimeException | IOException e) {
            LOG.error("the insight of project {} could not be shown", project.map(Project::getKey).orElse("?"), e);
            return failed();
        }
    }

    private String failed() {
        try {
            return page.notice("decision-gates.jira.insight.failed");
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
