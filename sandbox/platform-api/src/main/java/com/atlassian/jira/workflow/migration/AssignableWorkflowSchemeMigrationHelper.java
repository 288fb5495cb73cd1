package com.atlassian.jira.workflow.migration;

import org.decisiongates.sandbox.platform.StandIn;

public class AssignableWorkflowSchemeMigrationHelper {
    public void associateProjectAndWorkflowScheme() {
        throw StandIn.unsupported("AssignableWorkflowSchemeMigrationHelper#associateProjectAndWorkflowScheme");
    }
}
