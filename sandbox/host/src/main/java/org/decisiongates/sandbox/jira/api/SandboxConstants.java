package org.decisiongates.sandbox.jira.api;

import java.util.Collection;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;

/** Jira's services about issue types, statuses, priorities and resolutions. */
final class SandboxConstants {

    private SandboxConstants() {
    }

    /** {@code IssueTypeManager}. */
    record IssueTypes(SandboxJira jira, JiraObjects objects) {

        public Collection<IssueType> getIssueTypes() {
            return jira.issueTypes().all().stream().map(objects::issueType).toList();
        }

        public IssueType getIssueType(String id) {
            return objects.issueType(id);
        }

        public IssueType createIssueType(String name, String description, Long avatarId) {
            return objects.issueType(jira.issueTypes().create(name, description, avatarId, false));
        }
    }

    /** {@code ConstantsManager}. */
    record Constants(SandboxJira jira, JiraObjects objects) {

        public Collection<Priority> getPriorities() {
            return jira.priorities().all().stream().map(row -> objects.priority(row.id())).toList();
        }

        public Collection<Resolution> getResolutions() {
            return jira.resolutions().all().stream().map(row -> objects.resolution(row.id())).toList();
        }

        public Collection<Status> getStatuses() {
            return jira.statuses().all().stream().map(objects::status).toList();
        }

        public Status getStatus(String id) {
            return objects.status(id);
        }
    }

    /** {@code StatusManager}. */
    record Statuses(SandboxJira jira, JiraObjects objects) {

        public Status getStatus(String id) {
            return objects.status(id);
        }

        public Status createStatus(String name, String description, String iconUrl) {
            return objects.status(jira.statuses().create(name, description, StatusCategory.UNDEFINED));
        }

        public Status createStatus(String name, String description, String iconUrl,
                com.atlassian.jira.issue.status.category.StatusCategory category) {
            return objects.status(jira.statuses().create(name, description, StatusCategory.of(category.getKey())));
        }
    }
}
