package com.atlassian.jira.plugin.webfragment.model;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

public class JiraHelper {
    // Conditions and context providers of apps read what is passed here; none of ours does yet.
    public JiraHelper(HttpServletRequest request, Project project, Map<String, Object> params) {
    }
}
