package com.atlassian.jira.plugin.webfragment.contextproviders;

import java.util.Map;

import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.ContextProvider;

public abstract class AbstractJiraContextProvider implements ContextProvider {
    protected AbstractJiraContextProvider() {
    }

    @Override
    public void init(Map<String, String> params) throws PluginParseException {
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> getContextMap(Map<String, Object> context) {
        return getContextMap((ApplicationUser) context.get("user"), (JiraHelper) context.get("helper"));
    }

    @SuppressWarnings("rawtypes")
    public abstract Map getContextMap(ApplicationUser user, JiraHelper helper);
}
