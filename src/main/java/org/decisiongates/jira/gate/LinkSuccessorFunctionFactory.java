package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.opensymphony.workflow.loader.AbstractDescriptor;

import org.decisiongates.jira.platform.text.JiraTexts;

/** Offers {@link LinkSuccessorFunction} in Jira's workflow editor. There is nothing to set. */
public final class LinkSuccessorFunctionFactory implements WorkflowPluginFunctionFactory {

    private final JiraTexts texts;

    public LinkSuccessorFunctionFactory(JiraTexts texts) {
        this.texts = texts;
    }

    @Override
    public Map<String, ?> getVelocityParams(String resourceName, AbstractDescriptor descriptor) {
        return Map.of("view", new GateView(texts.text("decision-gates.jira.gate.successor.view"), List.of(), ""));
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        return Map.of();
    }
}
