package com.atlassian.jira.issue.fields.screen;

import com.atlassian.jira.issue.operation.ScreenableIssueOperation;

import org.decisiongates.sandbox.platform.Identified;

public class FieldScreenSchemeItemImpl extends Identified implements FieldScreenSchemeItem {
    private final FieldScreenSchemeManager schemes;
    private ScreenableIssueOperation operation;
    private FieldScreen screen;
    private FieldScreenScheme scheme;

    public FieldScreenSchemeItemImpl(FieldScreenSchemeManager schemes, FieldScreenManager screens) {
        this.schemes = schemes;
    }

    @Override
    public void setIssueOperation(ScreenableIssueOperation operation) {
        this.operation = operation;
    }

    @Override
    public ScreenableIssueOperation getIssueOperation() {
        return operation;
    }

    @Override
    public void setFieldScreen(FieldScreen screen) {
        this.screen = screen;
    }

    @Override
    public FieldScreen getFieldScreen() {
        return screen;
    }

    @Override
    public void setFieldScreenScheme(FieldScreenScheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public FieldScreenScheme getFieldScreenScheme() {
        return scheme;
    }

    @Override
    public Long getFieldScreenId() {
        return screen == null ? null : screen.getId();
    }

    @Override
    public void store() {
        if (getId() == null) {
            schemes.createFieldScreenSchemeItem(this);
        } else {
            schemes.updateFieldScreenSchemeItem(this);
        }
    }
}
