package com.atlassian.jira.plugin.workflow;

public interface WorkflowPluginFunctionFactory extends WorkflowPluginFactory {
}
