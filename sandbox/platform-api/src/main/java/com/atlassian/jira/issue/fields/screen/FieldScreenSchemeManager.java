package com.atlassian.jira.issue.fields.screen;

import java.util.Collection;

public interface FieldScreenSchemeManager {
    FieldScreenScheme getFieldScreenScheme(Long id);
    Collection<FieldScreenScheme> getFieldScreenSchemes();
    void createFieldScreenScheme(FieldScreenScheme scheme);
    void updateFieldScreenScheme(FieldScreenScheme scheme);
    void removeFieldScreenScheme(FieldScreenScheme scheme);
    void createFieldScreenSchemeItem(FieldScreenSchemeItem item);
    void updateFieldScreenSchemeItem(FieldScreenSchemeItem item);
}
