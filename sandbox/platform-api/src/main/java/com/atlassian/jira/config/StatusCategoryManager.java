package com.atlassian.jira.config;

import com.atlassian.jira.issue.status.category.StatusCategory;
import java.util.List;

public interface StatusCategoryManager {
    List<StatusCategory> getStatusCategories();
    StatusCategory getStatusCategory(Long id);
    StatusCategory getStatusCategoryByKey(String key);
    StatusCategory getDefaultStatusCategory();
}
