package com.atlassian.jira.workflow;

import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.sandbox.platform.StandIn;

public class WorkflowUtil {
    public static WorkflowDescriptor convertXMLtoWorkflowDescriptor(String workflowXml) throws FactoryException {
        return StandIn.call("WorkflowUtil#convertXMLtoWorkflowDescriptor", workflowXml);
    }
}
