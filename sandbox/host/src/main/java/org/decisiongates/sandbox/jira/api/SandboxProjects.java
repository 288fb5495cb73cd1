package org.decisiongates.sandbox.jira.api;

import java.util.List;

import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.project.ProjectManager}. */
record SandboxProjects(SandboxJira jira, JiraObjects objects) {

    public Project getProjectByCurrentKey(String key) {
        return jira.projects().byKey(key).filter(row -> row.key().equals(key)).map(objects::project).orElse(null);
    }

    public Project getProjectObj(Long id) {
        return jira.projects().byId(id).map(objects::project).orElse(null);
    }

    /** By the key it has or had, in Jira's own case. */
    public Project getProjectObjByKey(String key) {
        Project current = getProjectByCurrentKey(key);
        return current == null ? jira.projects().byFormerKey(key).map(objects::project).orElse(null) : current;
    }

    /** Nobody can archive a project here. */
    public List<Project> getArchivedProjects() {
        return List.of();
    }

    public List<Project> getProjectObjects() {
        return objects.projects(jira.projects().all());
    }
}
