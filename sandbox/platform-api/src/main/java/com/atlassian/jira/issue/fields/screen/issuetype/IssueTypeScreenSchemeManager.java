package com.atlassian.jira.issue.fields.screen.issuetype;

import java.util.Collection;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.project.Project;

public interface IssueTypeScreenSchemeManager {
    IssueTypeScreenScheme getIssueTypeScreenScheme(Project project);
    FieldScreenScheme getFieldScreenScheme(Issue issue);
    void createIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void updateIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void createIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity);
    void updateIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity);
    Collection<IssueTypeScreenScheme> getIssueTypeScreenSchemes();
    void associateWithDefaultScheme(Project project);
    void removeIssueTypeSchemeEntities(IssueTypeScreenScheme scheme);
    void removeIssueTypeScreenScheme(IssueTypeScreenScheme scheme);
    void addSchemeAssociation(Project project, IssueTypeScreenScheme scheme);
}
