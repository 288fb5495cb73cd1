package org.decisiongates.jira.readiness;

import com.atlassian.jira.project.ProjectManager;

import org.decisiongates.jira.platform.web.ProjectPagePanel;

/** What a project shows under its sidebar link "Readiness". */
public final class ReleaseReadinessPanel extends ProjectPagePanel {

    public ReleaseReadinessPanel(ReleaseReadinessPage page, ProjectManager projects) {
        super(page, projects, "decision-gates.readiness.release.failed");
    }
}
