package com.atlassian.jira.issue.fields.screen;

import java.util.List;

public interface FieldScreenTab {
    Long getId();
    String getName();
    void setName(String name);
    int getPosition();
    void setPosition(int position);
    FieldScreen getFieldScreen();
    void setFieldScreen(FieldScreen screen);
    void addFieldScreenLayoutItem(String fieldId);
    void addFieldScreenLayoutItem(String fieldId, int position);
    FieldScreenLayoutItem getFieldScreenLayoutItem(String fieldId);
    List<FieldScreenLayoutItem> getFieldScreenLayoutItems();
    boolean isContainsField(String fieldId);
    void store();
}
