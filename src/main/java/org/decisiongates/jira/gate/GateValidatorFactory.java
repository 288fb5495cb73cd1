package org.decisiongates.jira.gate;

import java.util.Map;

import com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;

import org.decisiongates.policy.Gate;

/** Offers the gate in Jira's workflow editor: what it says there, its form, and what is stored of a submitted form. */
public final class GateValidatorFactory implements WorkflowPluginValidatorFactory {

    private static final String VIEW = "view";

    private final GateForm form;
    private final GateFormatter formatter;

    public GateValidatorFactory(GateForm form, GateFormatter formatter) {
        this.form = form;
        this.formatter = formatter;
    }

    @Override
    public Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
        if (!(descriptor instanceof ValidatorDescriptor stored)) {
            return Map.of(VIEW, form.empty());
        }
        Gate gate = GateArguments.read(stored.getArgs());
        return Map.of(VIEW, VIEW.equals(resourceName) ? formatter.view(gate) : form.of(gate));
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        return form.arguments(formParams);
    }
}
