package org.decisiongates.jira.platform.web;

/**
 * The way from a page of a project's settings back to the project.
 *
 * @param name    of the project
 * @param address of its page
 */
public record ProjectBreadcrumbsView(String name, String address) {
}
