package com.atlassian.jira.issue.fields.screen;

import java.util.Collection;
import java.util.List;

public interface FieldScreenManager {
    FieldScreen getFieldScreen(Long id);
    Collection<FieldScreen> getFieldScreens();
    List<FieldScreenTab> getFieldScreenTabs(FieldScreen screen);
    void createFieldScreen(FieldScreen screen);
    void updateFieldScreen(FieldScreen screen);
    void removeFieldScreen(Long id);
    void createFieldScreenTab(FieldScreenTab tab);
    FieldScreenLayoutItem buildNewFieldScreenLayoutItem(String fieldId);
    void createFieldScreenLayoutItem(FieldScreenLayoutItem item);
}
