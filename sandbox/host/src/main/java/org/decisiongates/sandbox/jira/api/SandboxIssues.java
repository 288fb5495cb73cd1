package org.decisiongates.sandbox.jira.api;

import java.util.Collection;

import com.atlassian.jira.issue.MutableIssue;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.issue.IssueManager}: no permission is asked for. */
record SandboxIssues(SandboxJira jira, JiraObjects objects) {

    public MutableIssue getIssueObject(Long id) {
        return id == null ? null : objects.issue((long) id);
    }

    public MutableIssue getIssueObject(String key) {
        return jira.issues().byKey(key).filter(row -> row.key().equals(key)).map(objects::issue).orElse(null);
    }

    public Collection<Long> getIssueIdsForProject(Long projectId) {
        return jira.issues().idsOf(projectId);
    }
}
