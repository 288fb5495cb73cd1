package org.decisiongates.sandbox.jira.api;

import java.util.List;
import java.util.Set;

import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.project.ProjectManager}. */
record SandboxProjects(SandboxJira jira, JiraObjects objects) {

    public Project getProjectObj(Long id) {
        return id == null ? null : objects.project(id);
    }

    public Project getProjectByCurrentKey(String key) {
        return jira.projects().byKey(key).filter(row -> row.key().equals(key)).map(objects::project).orElse(null);
    }

    public Project getProjectByCurrentKeyIgnoreCase(String key) {
        return jira.projects().byKey(key).map(objects::project).orElse(null);
    }

    /** By the key it has or had, in Jira's own case. */
    public Project getProjectObjByKey(String key) {
        Project current = getProjectByCurrentKey(key);
        return current == null ? jira.projects().byFormerKey(key).map(objects::project).orElse(null) : current;
    }

    public Project getProjectObjByName(String name) {
        return jira.projects().all().stream().filter(row -> row.name().equals(name)).findFirst().map(objects::project).orElse(null);
    }

    public List<Project> getProjectObjects() {
        return objects.projects(jira.projects().all());
    }

    public List<Project> getProjects() {
        return getProjectObjects();
    }

    public Set<String> getAllProjectKeys(Long projectId) {
        return jira.projects().byId(projectId).map(row -> Set.of(row.key())).orElse(Set.of());
    }

    public long getProjectCount() {
        return jira.projects().all().size();
    }
}
