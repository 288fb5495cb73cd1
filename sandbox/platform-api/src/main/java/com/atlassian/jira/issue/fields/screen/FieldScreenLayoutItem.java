package com.atlassian.jira.issue.fields.screen;

import com.atlassian.jira.issue.fields.OrderableField;

public interface FieldScreenLayoutItem {
    Long getId();
    String getFieldId();
    OrderableField getOrderableField();
    int getPosition();
    void setFieldScreenTab(FieldScreenTab tab);
}
