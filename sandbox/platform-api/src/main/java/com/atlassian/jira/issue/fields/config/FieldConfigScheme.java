package com.atlassian.jira.issue.fields.config;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.context.JiraContextNode;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

public interface FieldConfigScheme {
    Long getId();
    String getName();
    String getDescription();
    FieldConfig getOneAndOnlyConfig();
    Map<String, FieldConfig> getConfigs();
    List<JiraContextNode> getContexts();
    List<Long> getAssociatedProjectIds();
    List<Project> getAssociatedProjectObjects();
    Collection<IssueType> getAssociatedIssueTypes();
    boolean isGlobal();
    boolean isAllProjects();
    boolean isAllIssueTypes();

    class Builder {
        private final FieldConfigScheme scheme;
        private Map<String, FieldConfig> configs;

        public Builder(FieldConfigScheme scheme) {
            this.scheme = scheme;
            this.configs = scheme.getConfigs();
        }

        public Builder setConfigs(Map<String, FieldConfig> changed) {
            configs = changed;
            return this;
        }

        public FieldConfigScheme toFieldConfigScheme() {
            return (FieldConfigScheme) Proxy.newProxyInstance(FieldConfigScheme.class.getClassLoader(),
                    new Class<?>[] {FieldConfigScheme.class}, (built, method, arguments) -> switch (method.getName()) {
                        case "getConfigs" -> configs;
                        case "getId", "getName", "getDescription", "getContexts" -> method.invoke(scheme, arguments);
                        default -> throw new IllegalStateException("a scheme that was built does not know " + method.getName()
                                + " until it is stored");
                    });
        }
    }
}
