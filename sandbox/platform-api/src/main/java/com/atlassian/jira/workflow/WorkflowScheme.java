package com.atlassian.jira.workflow;

import java.util.Map;

public interface WorkflowScheme {
    Long getId();
    String getName();
    String getDescription();
    boolean isDefault();
    boolean isDraft();
    String getActualWorkflow(String issueTypeId);
    String getActualDefaultWorkflow();
    Map<String, String> getMappings();
    String getConfiguredDefaultWorkflow();
    String getConfiguredWorkflow(String issueTypeId);
}
