package org.decisiongates.jira.insight;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.jira.platform.web.ProjectPagePanel;

/** What a project shows under its sidebar link "Gate insight". */
public final class InsightPanel extends ProjectPagePanel {

    public InsightPanel(InsightPage page, ProjectManager projects) {
        super(page, projects, "decision-gates.jira.insight.failed");
    }
}
