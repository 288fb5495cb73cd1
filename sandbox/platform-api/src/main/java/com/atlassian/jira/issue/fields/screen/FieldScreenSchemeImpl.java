package com.atlassian.jira.issue.fields.screen;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.atlassian.jira.issue.operation.IssueOperation;

import org.decisiongates.sandbox.platform.Identified;
import org.decisiongates.sandbox.platform.StandIn;

public class FieldScreenSchemeImpl extends Identified implements FieldScreenScheme {
    private final FieldScreenSchemeManager manager;
    private final Map<IssueOperation, FieldScreenSchemeItem> items = new LinkedHashMap<>();
    private String name;
    private String description;

    public FieldScreenSchemeImpl(FieldScreenSchemeManager manager) {
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
    public FieldScreen getFieldScreen(IssueOperation operation) {
        FieldScreenSchemeItem item = items.containsKey(operation) ? items.get(operation) : items.get(null);
        return item == null ? null : item.getFieldScreen();
    }

    @Override
    public FieldScreenSchemeItem getFieldScreenSchemeItem(IssueOperation operation) {
        return items.get(operation);
    }

    @Override
    public Collection<FieldScreenSchemeItem> getFieldScreenSchemeItems() {
        return Collections.unmodifiableCollection(items.values());
    }

    @Override
    public void addFieldScreenSchemeItem(FieldScreenSchemeItem item) {
        item.setFieldScreenScheme(this);
        items.put(item.getIssueOperation(), item);
        item.store();
    }

    @Override
    public FieldScreenSchemeItem removeFieldScreenSchemeItem(IssueOperation operation) {
        throw StandIn.unsupported("FieldScreenSchemeImpl#removeFieldScreenSchemeItem");
    }

    @Override
    public void store() {
        if (getId() == null) {
            manager.createFieldScreenScheme(this);
        } else {
            manager.updateFieldScreenScheme(this);
        }
    }

    @Override
    public void remove() {
        manager.removeFieldScreenScheme(this);
    }
}
