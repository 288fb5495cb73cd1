package org.decisiongates.jira.platform.search;

import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.summary.SummaryScope;

/** Resolves a project, or a typed query, to what Jira can search. */
@JiraComponent
public class ScopeResolver {

    private final Searches searches;

    ScopeResolver(Searches searches) {
        this.searches = searches;
    }

    /** A project that the reader was found to be allowed to browse. */
    public ResolvedScope of(Project project) {
        return new ResolvedScope(new SummaryScope(SummaryScope.Kind.PROJECT, project.getKey(), project.getName()),
                "project = " + project.getId(),
                Optional.of(project));
    }

    /**
     * What {@code reader} asks for in JQL. What the query names and the reader may not see is complained of as if it were not there:
     * Jira's own messages make no difference.
     */
    public ResolvedScope of(ApplicationUser reader, String jql) throws BadQueryException {
        Set<String> complaints = searches.complaints(reader, jql);
        if (!complaints.isEmpty()) {
            throw new BadQueryException(complaints);
        }
        String condition = JqlBuilder.condition(jql);
        return new ResolvedScope(new SummaryScope(SummaryScope.Kind.JQL, jql, jql), condition, Optional.empty());
    }
}
