package org.decisiongates.sandbox.host.template;

/** Marks objects of the host that every template may call, whatever its plugin's allow-list says. */
public interface TemplateTool {
}
