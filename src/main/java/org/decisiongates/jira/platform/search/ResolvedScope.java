package org.decisiongates.jira.platform.search;

import java.util.Optional;

import com.atlassian.jira.project.Project;

import org.decisiongates.summary.SummaryScope;

/**
 * A {@link SummaryScope} resolved in this Jira: its condition in JQL, and its project.
 *
 * @param scope     as people gave it
 * @param condition JQL without an order; empty for everything one may browse
 * @param project   the project; empty for a query
 */
public record ResolvedScope(SummaryScope scope, String condition, Optional<Project> project) {

    /** Issues of the scope that are also {@code condition}. */
    public String and(String condition) {
        return JqlBuilder.and(this.condition, condition);
    }
}
