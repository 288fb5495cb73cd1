package org.decisiongates.jira.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.web.api.model.WebPanel;

import org.decisiongates.jira.platform.web.ProjectPanels;

/** What a project shows under its sidebar link "Gate audit". */
public final class AuditPanel implements WebPanel {

    private final AuditPage page;
    private final ProjectManager projects;

    public AuditPanel(AuditPage page, ProjectManager projects) {
        this.page = page;
        this.projects = projects;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        return ProjectPanels.html(context, projects, page, "decision-gates.jira.audit.failed");
    }

    /** What a host calls that writes panels straight into the page. */
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
