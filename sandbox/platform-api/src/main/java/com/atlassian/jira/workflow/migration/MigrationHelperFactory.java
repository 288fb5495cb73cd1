package com.atlassian.jira.workflow.migration;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.workflow.AssignableWorkflowScheme;
import org.ofbiz.core.entity.GenericEntityException;

public interface MigrationHelperFactory {
    AssignableWorkflowSchemeMigrationHelper createMigrationHelper(Project project, AssignableWorkflowScheme scheme) throws GenericEntityException;
}
