package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.avatar.Avatar;
import com.atlassian.jira.bc.project.component.ProjectComponent;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.ProjectRow;

/** A project as apps see it. Two are equal when their ids are. */
final class SandboxProject implements Project {

    private final ProjectRow row;
    private final JiraObjects objects;

    SandboxProject(ProjectRow row, JiraObjects objects) {
        this.row = row;
        this.objects = objects;
    }

    @Override
    public Long getId() {
        return row.id();
    }

    @Override
    public String getKey() {
        return row.key();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    @Override
    public String getUrl() {
        throw new NotInSandbox(Project.class, "getUrl()");
    }

    @Override
    public ApplicationUser getProjectLead() {
        return objects.user(row.leadKey());
    }

    @Override
    public String getLeadUserKey() {
        return row.leadKey();
    }

    @Override
    public Collection<IssueType> getIssueTypes() {
        return objects.jira().projects().byId(row.id()).map(now -> objects.jira().issueTypes().ofProject(now)).orElse(List.of()).stream()
                .map(objects::issueType).toList();
    }

    @Override
    public Collection<Version> getVersions() {
        return objects.jira().versions().of(row.id()).stream().map(SandboxVersion::of).toList();
    }

    @Override
    public Collection<ProjectComponent> getComponents() {
        throw new NotInSandbox(Project.class, "getComponents()");
    }

    @Override
    public Avatar getAvatar() {
        throw new NotInSandbox(Project.class, "getAvatar()");
    }

    @Override
    public String getOriginalKey() {
        throw new NotInSandbox(Project.class, "getOriginalKey()");
    }

    @Override
    public boolean isArchived() {
        throw new NotInSandbox(Project.class, "isArchived()");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SandboxProject project && project.row.id() == row.id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(row.id());
    }

    @Override
    public String toString() {
        return row.key();
    }
}
