package org.decisiongates.jira.platform.audit;

import java.util.Optional;

import com.atlassian.jira.project.Project;

/**
 * What somebody changed of how the app is configured.
 *
 * @param action  what was done, in kebab case; it has a text of its own and one that names the value
 * @param project where it counts; empty for all of Jira
 * @param before  the value as it was; empty text for none
 * @param after   the value as it is; empty text for none
 */
public record ConfigurationChange(String action, Optional<Project> project, String before, String after) {
}
