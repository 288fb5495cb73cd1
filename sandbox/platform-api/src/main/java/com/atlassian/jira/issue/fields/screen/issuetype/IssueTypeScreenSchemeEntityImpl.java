package com.atlassian.jira.issue.fields.screen.issuetype;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import org.ofbiz.core.entity.GenericValue;

import org.decisiongates.sandbox.platform.Identified;
import org.decisiongates.sandbox.platform.StandIn;

public class IssueTypeScreenSchemeEntityImpl extends Identified implements IssueTypeScreenSchemeEntity {
    private final IssueTypeScreenSchemeManager manager;
    private String issueTypeId;
    private FieldScreenScheme fieldScreenScheme;
    private IssueTypeScreenScheme issueTypeScreenScheme;

    // The shape of older versions, first on purpose: which of the shapes 11.3 has, and in which order, is not known.
    public IssueTypeScreenSchemeEntityImpl(IssueTypeScreenSchemeManager manager, GenericValue row, FieldScreenSchemeManager schemes,
            ConstantsManager constants) {
        throw StandIn.unsupported("IssueTypeScreenSchemeEntityImpl#new with a row");
    }

    public IssueTypeScreenSchemeEntityImpl(IssueTypeScreenSchemeManager manager, FieldScreenSchemeManager schemes,
            ConstantsManager constants) {
        this.manager = manager;
    }

    @Override
    public String getIssueTypeId() {
        return issueTypeId;
    }

    @Override
    public void setIssueTypeId(String id) {
        issueTypeId = id;
    }

    @Override
    public FieldScreenScheme getFieldScreenScheme() {
        return fieldScreenScheme;
    }

    @Override
    public void setFieldScreenScheme(FieldScreenScheme scheme) {
        fieldScreenScheme = scheme;
    }

    @Override
    public Long getFieldScreenSchemeId() {
        return fieldScreenScheme == null ? null : fieldScreenScheme.getId();
    }

    @Override
    public IssueTypeScreenScheme getIssueTypeScreenScheme() {
        return issueTypeScreenScheme;
    }

    @Override
    public void setIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        issueTypeScreenScheme = scheme;
    }

    @Override
    public void store() {
        if (getId() == null) {
            manager.createIssueTypeScreenSchemeEntity(this);
        } else {
            manager.updateIssueTypeScreenSchemeEntity(this);
        }
    }

    @Override
    public void remove() {
        throw StandIn.unsupported("IssueTypeScreenSchemeEntityImpl#remove");
    }
}
