package com.atlassian.jira.config.managedconfiguration;

import com.atlassian.jira.bc.ServiceOutcome;
import com.atlassian.jira.issue.fields.CustomField;

public interface ManagedConfigurationItemService {
    ManagedConfigurationItem getManagedCustomField(CustomField customField);

    ServiceOutcome<ManagedConfigurationItem> updateManagedConfigurationItem(ManagedConfigurationItem item);
}
