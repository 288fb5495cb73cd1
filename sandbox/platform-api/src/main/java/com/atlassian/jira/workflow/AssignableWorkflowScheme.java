package com.atlassian.jira.workflow;

import java.util.Map;

public interface AssignableWorkflowScheme extends WorkflowScheme {
    AssignableWorkflowScheme.Builder builder();

    interface Builder {
        Builder setName(String name);
        Builder setDescription(String description);
        Builder setDefaultWorkflow(String workflowName);
        Builder setMapping(String issueTypeId, String workflowName);
        Builder setMappings(Map<String, String> mappings);
        Builder removeMapping(String issueTypeId);
        AssignableWorkflowScheme build();
    }
}
