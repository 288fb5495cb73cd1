package org.decisiongates.jira.gate;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.TransitionChanges;

/** Makes issues of Jira readable for rules, with a transition or without. */
@JiraComponent
class IssueViewFactory {

    private final JiraFields fields;
    private final PermissionManager permissions;
    private final IssueSurroundings surroundings;
    private final ProjectTime time;

    IssueViewFactory(JiraFields fields, PermissionManager permissions, IssueSurroundings surroundings, ProjectTime time) {
        this.fields = fields;
        this.permissions = permissions;
        this.surroundings = surroundings;
        this.time = time;
    }

    /**
     * The issue as it stands in {@code issue}, edits of a screen included.
     *
     * @param actor user key of who asks; empty text for nobody logged in
     */
    JiraIssueView of(Issue issue, String actor) {
        return new JiraIssueView(issue, actor, fields, permissions, surroundings, time.zone());
    }

    /** What the transition changes about the issue that {@code issue} shows. */
    TransitionChanges editsOf(Transition transition, JiraIssueView issue) {
        return new ScreenEdits(transition, issue, fields);
    }
}
