package com.atlassian.jira.issue.fields.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.decisiongates.sandbox.platform.Identified;
import org.decisiongates.sandbox.platform.StandIn;

public class FieldScreenImpl extends Identified implements FieldScreen {
    private final FieldScreenManager manager;
    private final List<FieldScreenTab> tabs = new ArrayList<>();
    private String name;
    private String description;

    public FieldScreenImpl(FieldScreenManager manager) {
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
    public List<FieldScreenTab> getTabs() {
        return getId() == null ? Collections.unmodifiableList(tabs) : manager.getFieldScreenTabs(this);
    }

    @Override
    public FieldScreenTab getTab(int position) {
        return getTabs().get(position);
    }

    @Override
    public FieldScreenTab addTab(String tabName) {
        FieldScreenTab tab = new FieldScreenTabImpl(manager);
        tab.setName(tabName);
        tab.setPosition(getTabs().size());
        tab.setFieldScreen(this);
        tabs.add(tab);
        tab.store();
        return tab;
    }

    @Override
    public void removeTab(int position) {
        throw StandIn.unsupported("FieldScreenImpl#removeTab");
    }

    @Override
    public boolean containsField(String fieldId) {
        return getTabs().stream().anyMatch(tab -> tab.isContainsField(fieldId));
    }

    @Override
    public void removeFieldScreenLayoutItem(String fieldId) {
        throw StandIn.unsupported("FieldScreenImpl#removeFieldScreenLayoutItem");
    }

    @Override
    public void store() {
        if (getId() == null) {
            manager.createFieldScreen(this);
        } else {
            manager.updateFieldScreen(this);
        }
    }

    @Override
    public void remove() {
        manager.removeFieldScreen(getId());
    }
}
