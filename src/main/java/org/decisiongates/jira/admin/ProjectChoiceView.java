package org.decisiongates.jira.admin;

/**
 * A project that can be chosen, as the template sees it.
 *
 * @param href    of the page with this project
 * @param enabled whether Decisions and Blockers are enabled in it
 */
public record ProjectChoiceView(String key, String name, String href, boolean enabled) {
}
