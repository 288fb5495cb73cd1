package org.decisiongates.jira.platform.search;

import java.util.Optional;

import com.atlassian.jira.project.Project;

import org.decisiongates.summary.SummaryScope;

/**
 * What a summary is about, as Jira's search understands it.
 *
 * @param scope     as people gave it
 * @param condition JQL without an order; empty for everything one may browse
 * @param project   the project; empty for a query
 */
public record SearchScope(SummaryScope scope, String condition, Optional<Project> project) {

    /** Issues of the scope that are also {@code condition}. */
    public String and(String condition) {
        return JqlBuilder.and(this.condition, condition);
    }
}
