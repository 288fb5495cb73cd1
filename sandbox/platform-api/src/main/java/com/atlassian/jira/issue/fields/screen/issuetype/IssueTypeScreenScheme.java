package com.atlassian.jira.issue.fields.screen.issuetype;

import java.util.Collection;

import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.issuetype.IssueType;

public interface IssueTypeScreenScheme {
    Long getId();
    String getName();
    void setName(String name);
    String getDescription();
    void setDescription(String description);
    Collection<IssueTypeScreenSchemeEntity> getEntities();
    IssueTypeScreenSchemeEntity getEntity(String issueTypeId);
    boolean containsEntity(String issueTypeId);
    void addEntity(IssueTypeScreenSchemeEntity entity);
    void removeEntity(String issueTypeId);
    FieldScreenScheme getEffectiveFieldScreenScheme(IssueType type);
    boolean isDefault();
    void store();
    void remove();
}
