package org.decisiongates.jira.gate;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.plugin.workflow.WorkflowPluginValidatorFactory;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;

import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyReference;

/** Offers the gate in Jira's workflow editor: what it says there, its form, and what is stored of a submitted form. */
public final class GateValidatorFactory implements WorkflowPluginValidatorFactory {

    private static final String VIEW = "view";

    private final GateForm form;
    private final GateFormatter formatter;
    private final PolicyGateChoices policies;
    private final TransitionScreens screens;
    private final TransitionOrigins origins;

    public GateValidatorFactory(GateForm form, GateFormatter formatter, PolicyGateChoices policies, TransitionScreens screens,
            TransitionOrigins origins) {
        this.form = form;
        this.formatter = formatter;
        this.policies = policies;
        this.screens = screens;
        this.origins = origins;
    }

    @Override
    public Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
        if (!(descriptor instanceof ValidatorDescriptor stored)) {
            return Map.of(VIEW, form.empty());
        }
        Optional<PolicyReference> reference = GateArguments.reference(stored.getArgs());
        Gate written = GateArguments.read(stored.getArgs());
        Optional<TransitionScreen> screen = stored.getParent() instanceof ActionDescriptor action
                ? screens.at(action).map(shown -> new TransitionScreen(shown, origins.of(action)))
                : Optional.empty();
        if (VIEW.equals(resourceName)) {
            return Map.of(VIEW, reference.map(named -> formatter.view(policies.intro(named), policies.shown(named), screen))
                    .orElseGet(() -> formatter.view(written, screen)));
        }
        return Map.of(VIEW, reference.map(named -> form.of(named, screen)).orElseGet(() -> form.of(written, screen)));
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        return form.arguments(formParams);
    }
}
