package org.decisiongates.jira.gate;

import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.time.ProjectTime;

/** Makes the issue of a transition readable for rules. */
@JiraComponent
class IssueViewFactory {

    private final JiraFields fields;
    private final PermissionManager permissions;
    private final ProjectTime time;

    IssueViewFactory(JiraFields fields, PermissionManager permissions, ProjectTime time) {
        this.fields = fields;
        this.permissions = permissions;
        this.time = time;
    }

    JiraIssueView of(Transition transition) {
        return new JiraIssueView(transition, fields, permissions, time.zone());
    }
}
