package com.atlassian.jira.issue.fields.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.decisiongates.sandbox.platform.Identified;

public class FieldScreenTabImpl extends Identified implements FieldScreenTab {
    private final FieldScreenManager manager;
    private final List<FieldScreenLayoutItem> items = new ArrayList<>();
    private FieldScreen screen;
    private String name;
    private int position;

    public FieldScreenTabImpl(FieldScreenManager manager) {
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
    public int getPosition() {
        return position;
    }

    @Override
    public void setPosition(int position) {
        this.position = position;
    }

    @Override
    public FieldScreen getFieldScreen() {
        return screen;
    }

    @Override
    public void setFieldScreen(FieldScreen screen) {
        this.screen = screen;
    }

    @Override
    public void addFieldScreenLayoutItem(String fieldId) {
        addFieldScreenLayoutItem(fieldId, items.size());
    }

    @Override
    public void addFieldScreenLayoutItem(String fieldId, int at) {
        FieldScreenLayoutItem item = manager.buildNewFieldScreenLayoutItem(fieldId);
        item.setFieldScreenTab(this);
        items.add(at, item);
        manager.createFieldScreenLayoutItem(item);
    }

    @Override
    public FieldScreenLayoutItem getFieldScreenLayoutItem(String fieldId) {
        return items.stream().filter(item -> item.getFieldId().equals(fieldId)).findFirst().orElse(null);
    }

    @Override
    public List<FieldScreenLayoutItem> getFieldScreenLayoutItems() {
        return Collections.unmodifiableList(items);
    }

    @Override
    public boolean isContainsField(String fieldId) {
        return getFieldScreenLayoutItem(fieldId) != null;
    }

    @Override
    public void store() {
        if (getId() == null) {
            manager.createFieldScreenTab(this);
        }
    }
}
