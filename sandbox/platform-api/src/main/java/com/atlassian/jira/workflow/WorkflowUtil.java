package com.atlassian.jira.workflow;

import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import java.util.Map;
import org.decisiongates.sandbox.platform.StandIn;

public class WorkflowUtil {
    public static WorkflowDescriptor convertXMLtoWorkflowDescriptor(String workflowXml) throws FactoryException {
        return StandIn.call("WorkflowUtil#convertXMLtoWorkflowDescriptor", workflowXml);
    }

    public static String convertDescriptorToXML(WorkflowDescriptor descriptor) {
        return StandIn.call("WorkflowUtil#convertDescriptorToXML", descriptor);
    }

    @SuppressWarnings("rawtypes")
    public static String getCallerKey(Map transientVars) {
        return transientVars.get("context") instanceof WorkflowContext context ? context.getCaller() : null;
    }
}
