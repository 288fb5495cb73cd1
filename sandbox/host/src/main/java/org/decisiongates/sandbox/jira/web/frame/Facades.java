package org.decisiongates.sandbox.jira.web.frame;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.UserRow;

/** The objects of Jira's Java API that stand for the page's subject, as conditions and context providers of apps get them. */
public interface Facades {

    /**
     * Jira's web fragment context: where there is one, {@code project}, {@code projectKey}, {@code pathEncodedProjectKey} and
     * {@code issue}; for conditions also {@code user}, {@code helper} and {@code request}.
     */
    Map<String, Object> context(HttpServletRequest request, UserRow user, ProjectRow project, IssueRow issue);

    /**
     * The tabs that apps add to the activity of an issue, by their order. Each decides for itself whether it is shown; one that fails at
     * that is not.
     *
     * @param chosen complete key of the tab that the page shows
     */
    default List<ActivityTab> activityTabs(IssueRow issue, String chosen) {
        return List.of();
    }
}
