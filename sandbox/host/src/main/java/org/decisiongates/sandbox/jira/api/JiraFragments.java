package org.decisiongates.sandbox.jira.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.web.frame.Facades;

/** Jira's web fragment context for pages. */
public record JiraFragments(JiraObjects objects) implements Facades {

    @Override
    public Map<String, Object> context(HttpServletRequest request, UserRow user, ProjectRow project, IssueRow issue) {
        Map<String, Object> params = new HashMap<>();
        Project subject = project == null ? null : objects.project(project);
        params.put("project", subject);
        if (issue != null) {
            params.put("issue", objects.issue(issue));
        }
        Map<String, Object> context = new HashMap<>(params);
        context.put("request", request);
        if (project != null) {
            context.put("projectKey", project.key());
            context.put("pathEncodedProjectKey", URLEncoder.encode(project.key(), StandardCharsets.UTF_8));
        }
        context.put("user", user == null ? null : new SandboxUser(user));
        context.put("helper", new JiraHelper(request, subject, params));
        return context;
    }
}
