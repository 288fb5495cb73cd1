package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public abstract class AbstractWorkflowPluginFactory implements WorkflowPluginFactory {
    protected AbstractWorkflowPluginFactory() {
    }

    @Override
    public Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
        Map<String, Object> params = new HashMap<>();
        switch (resourceName) {
            case "input-parameters" -> getVelocityParamsForInput(params);
            case "edit-parameters" -> getVelocityParamsForEdit(params, descriptor);
            case "view" -> getVelocityParamsForView(params, descriptor);
            default -> throw new IllegalArgumentException("unknown workflow resource: " + resourceName);
        }
        return params;
    }

    protected abstract void getVelocityParamsForInput(Map<String, Object> velocityParams);

    protected abstract void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    protected abstract void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    protected String extractSingleParam(Map<String, Object> params, String name) {
        if (!(params.get(name) instanceof String[] values) || values.length == 0) {
            throw new IllegalArgumentException("no parameter named " + name);
        }
        return values[0];
    }

    protected Collection<String> extractMultipleParams(Map<String, Object> params, String name) {
        if (!(params.get(name) instanceof String[] values)) {
            throw new IllegalArgumentException("no parameter named " + name);
        }
        return List.of(values);
    }
}
