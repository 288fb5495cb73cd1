package org.decisiongates.sandbox.jira.model;

import java.util.Map;

/** Which workflow serves which issue type. */
public record WorkflowSchemeRow(long id, String name, String description, String defaultWorkflow, Map<String, String> mappings) {

    public WorkflowSchemeRow {
        mappings = Map.copyOf(mappings);
    }

    public String workflowFor(String issueTypeId) {
        return mappings.getOrDefault(issueTypeId, defaultWorkflow);
    }
}
