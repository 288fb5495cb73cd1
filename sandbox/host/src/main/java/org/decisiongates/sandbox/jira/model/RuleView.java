package org.decisiongates.sandbox.jira.model;

import java.util.Map;

/**
 * A condition, validator or post-function as the workflow editor shows it.
 *
 * @param index      its place in the transition's list, the argument of edit and delete
 * @param moduleKey  complete key of the plugin module, empty for Jira's own
 * @param html       the module's view, already safe to print
 * @param editable   whether it has a form
 * @param deletable  whether the editor offers to remove it
 */
public record RuleView(int index, String moduleKey, String className, Map<String, String> arguments, String html, boolean editable,
        boolean deletable) {
}
