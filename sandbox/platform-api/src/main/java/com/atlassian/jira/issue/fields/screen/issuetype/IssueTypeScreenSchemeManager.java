package com.atlassian.jira.issue.fields.screen.issuetype;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.project.Project;
import java.util.Collection;

public interface IssueTypeScreenSchemeManager {
    IssueTypeScreenScheme getIssueTypeScreenScheme(Project project);
    IssueTypeScreenScheme getIssueTypeScreenScheme(Long id);
    Collection<IssueTypeScreenScheme> getIssueTypeScreenSchemes();
    IssueTypeScreenScheme getDefaultScheme();
    FieldScreenScheme getFieldScreenScheme(Issue issue);
    void createIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void updateIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void createIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity);
    void updateIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity);
    Collection<Project> getProjects(IssueTypeScreenScheme scheme);
    void addSchemeAssociation(Project project, IssueTypeScreenScheme scheme);
    void removeSchemeAssociation(Project project, IssueTypeScreenScheme scheme);
    void associateWithDefaultScheme(Project project);
}
