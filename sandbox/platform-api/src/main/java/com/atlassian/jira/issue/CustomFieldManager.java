package com.atlassian.jira.issue;

import java.util.Collection;
import java.util.List;

import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.customfields.CustomFieldSearcher;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import org.ofbiz.core.entity.GenericEntityException;

public interface CustomFieldManager {
    CustomField createCustomField(String name, String description, CustomFieldType type, CustomFieldSearcher searcher,
            List<JiraContextNode> contexts, List<IssueType> issueTypes) throws GenericEntityException;
    void updateCustomField(Long id, String name, String description, CustomFieldSearcher searcher);
    void refreshConfigurationSchemes(Long customFieldId);

    CustomField getCustomFieldObject(String fullId);
    Collection<CustomField> getCustomFieldObjectsByName(String name);
    List<CustomField> getCustomFieldObjects();
    CustomFieldType getCustomFieldType(String moduleKey);
    CustomFieldSearcher getCustomFieldSearcher(String moduleKey);
}
