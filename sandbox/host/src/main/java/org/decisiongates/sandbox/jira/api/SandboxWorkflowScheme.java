package org.decisiongates.sandbox.jira.api;

import java.util.LinkedHashMap;
import java.util.Map;

import com.atlassian.jira.workflow.AssignableWorkflowScheme;

import org.decisiongates.sandbox.jira.model.WorkflowRow;
import org.decisiongates.sandbox.jira.model.WorkflowSchemeRow;
import org.decisiongates.sandbox.jira.model.Workflows;

/** A workflow scheme as apps see it; id 0 stands for one that is not stored yet. */
record SandboxWorkflowScheme(WorkflowSchemeRow row) implements AssignableWorkflowScheme {

    @Override
    public Long getId() {
        return row.id() == 0 ? null : row.id();
    }

    @Override
    public String getName() {
        return row.name();
    }

    @Override
    public String getDescription() {
        return row.description();
    }

    @Override
    public boolean isDefault() {
        return row.id() == Workflows.DEFAULT_SCHEME;
    }

    @Override
    public boolean isDraft() {
        return false;
    }

    @Override
    public String getActualWorkflow(String issueTypeId) {
        return row.workflowFor(issueTypeId);
    }

    @Override
    public String getActualDefaultWorkflow() {
        return row.defaultWorkflow();
    }

    @Override
    public Map<String, String> getMappings() {
        Map<String, String> all = new LinkedHashMap<>(row.mappings());
        all.put(null, row.defaultWorkflow());
        return all;
    }

    @Override
    public String getConfiguredDefaultWorkflow() {
        return row.defaultWorkflow();
    }

    @Override
    public String getConfiguredWorkflow(String issueTypeId) {
        return issueTypeId == null ? row.defaultWorkflow() : row.mappings().get(issueTypeId);
    }

    @Override
    public Builder builder() {
        return new Draft(row);
    }

    static Builder blank() {
        return new Draft(new WorkflowSchemeRow(0, null, null, WorkflowRow.SYSTEM, Map.of()));
    }

    /** A scheme in the making. */
    private static final class Draft implements Builder {

        private final long id;
        private final Map<String, String> mappings;
        private String name;
        private String description;
        private String defaultWorkflow;

        Draft(WorkflowSchemeRow row) {
            id = row.id();
            name = row.name();
            description = row.description();
            defaultWorkflow = row.defaultWorkflow();
            mappings = new LinkedHashMap<>(row.mappings());
        }

        @Override
        public Builder setName(String text) {
            name = text;
            return this;
        }

        @Override
        public Builder setDescription(String text) {
            description = text;
            return this;
        }

        @Override
        public Builder setDefaultWorkflow(String workflowName) {
            defaultWorkflow = workflowName;
            return this;
        }

        @Override
        public Builder setMapping(String issueTypeId, String workflowName) {
            mappings.put(issueTypeId, workflowName);
            return this;
        }

        @Override
        public Builder setMappings(Map<String, String> all) {
            mappings.clear();
            all.forEach((type, workflow) -> {
                if (type == null) {
                    defaultWorkflow = workflow;
                } else {
                    mappings.put(type, workflow);
                }
            });
            return this;
        }

        @Override
        public Builder removeMapping(String issueTypeId) {
            mappings.remove(issueTypeId);
            return this;
        }

        @Override
        public AssignableWorkflowScheme build() {
            return new SandboxWorkflowScheme(new WorkflowSchemeRow(id, name, description, defaultWorkflow, mappings));
        }
    }
}
