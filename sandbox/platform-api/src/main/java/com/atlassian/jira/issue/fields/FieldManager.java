package com.atlassian.jira.issue.fields;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Set;

public interface FieldManager {
    Field getField(String id);
    boolean isCustomField(String id);
    boolean isCustomField(Field field);
    CustomField getCustomField(String id);
    boolean isOrderableField(String id);
    OrderableField getOrderableField(String id);
    boolean isNavigableField(String id);
    NavigableField getNavigableField(String id);
    Set<OrderableField> getOrderableFields();
    Set<NavigableField> getAllAvailableNavigableFields() throws FieldException;
    Set<NavigableField> getAvailableNavigableFields(ApplicationUser user) throws FieldException;
}
