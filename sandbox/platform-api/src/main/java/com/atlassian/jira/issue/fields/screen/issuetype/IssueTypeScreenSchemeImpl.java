package com.atlassian.jira.issue.fields.screen.issuetype;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.issuetype.IssueType;

import org.decisiongates.sandbox.platform.Identified;
import org.decisiongates.sandbox.platform.StandIn;

public class IssueTypeScreenSchemeImpl extends Identified implements IssueTypeScreenScheme {
    private final IssueTypeScreenSchemeManager manager;
    private final Map<String, IssueTypeScreenSchemeEntity> entities = new LinkedHashMap<>();
    private String name;
    private String description;

    public IssueTypeScreenSchemeImpl(IssueTypeScreenSchemeManager manager) {
        this.manager = manager;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public Collection<IssueTypeScreenSchemeEntity> getEntities() {
        return Collections.unmodifiableCollection(entities.values());
    }

    @Override
    public IssueTypeScreenSchemeEntity getEntity(String issueTypeId) {
        return entities.get(issueTypeId);
    }

    @Override
    public boolean containsEntity(String issueTypeId) {
        return entities.containsKey(issueTypeId);
    }

    @Override
    public void addEntity(IssueTypeScreenSchemeEntity entity) {
        entity.setIssueTypeScreenScheme(this);
        entities.put(entity.getIssueTypeId(), entity);
        entity.store();
    }

    @Override
    public void removeEntity(String issueTypeId) {
        throw StandIn.unsupported("IssueTypeScreenSchemeImpl#removeEntity");
    }

    @Override
    public FieldScreenScheme getEffectiveFieldScreenScheme(IssueType type) {
        IssueTypeScreenSchemeEntity entity = entities.getOrDefault(type.getId(), entities.get(null));
        return entity == null ? null : entity.getFieldScreenScheme();
    }

    @Override
    public boolean isDefault() {
        return Long.valueOf(1).equals(getId());
    }

    @Override
    public void store() {
        if (getId() == null) {
            manager.createIssueTypeScreenScheme(this);
        } else {
            manager.updateIssueTypeScreenScheme(this);
        }
    }

    @Override
    public void remove() {
        throw StandIn.unsupported("IssueTypeScreenSchemeImpl#remove");
    }
}
