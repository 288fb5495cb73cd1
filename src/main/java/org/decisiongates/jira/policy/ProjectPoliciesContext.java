package org.decisiongates.jira.policy;

import java.util.Map;

import com.atlassian.jira.plugin.webfragment.contextproviders.AbstractJiraContextProvider;
import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/** Names the project whose settings are shown to the link in their menu: by a text, as links may call no methods. */
public class ProjectPoliciesContext extends AbstractJiraContextProvider {

    @Override
    public Map<String, Object> getContextMap(ApplicationUser user, JiraHelper helper) {
        Project project = helper.getProject();
        return Map.of("decisionGatesProject", project == null ? "" : project.getKey());
    }
}
