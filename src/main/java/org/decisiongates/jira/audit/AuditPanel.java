package org.decisiongates.jira.audit;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.jira.platform.web.ProjectPagePanel;

/** What a project shows under its sidebar link "Gate audit". */
public final class AuditPanel extends ProjectPagePanel {

    public AuditPanel(AuditPage page, ProjectManager projects) {
        super(page, projects, "decision-gates.jira.audit.failed");
    }
}
