package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.UpdateIssueRequest;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.Happening;
import org.decisiongates.sandbox.jira.model.IssueDraft;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.issue.IssueManager}: no permission is asked for. */
record SandboxIssues(SandboxJira jira, JiraObjects objects) {

    public MutableIssue getIssueObject(Long id) {
        return id == null ? null : objects.issue((long) id);
    }

    public MutableIssue getIssueObject(String key) {
        return jira.issues().byKey(key).filter(row -> row.key().equals(key)).map(objects::issue).orElse(null);
    }

    public MutableIssue getIssueByCurrentKey(String key) {
        return getIssueObject(key);
    }

    public MutableIssue getIssueByKeyIgnoreCase(String key) {
        return key == null ? null : getIssueObject(key.toUpperCase(Locale.ROOT));
    }

    public List<Issue> getIssueObjects(Collection<Long> ids) {
        return ids.stream().map(this::getIssueObject).filter(Objects::nonNull).map(issue -> (Issue) issue).toList();
    }

    public Collection<Long> getIssueIdsForProject(Long projectId) {
        return jira.issues().idsOf(projectId);
    }

    public long getIssueCountForProject(Long projectId) {
        return jira.issues().idsOf(projectId).size();
    }

    public Issue updateIssue(ApplicationUser user, MutableIssue issue, EventDispatchOption option, boolean sendMail) {
        IssueDraft draft = ((SandboxIssue) issue).draft();
        java.util.Optional<ChangeRow> change = jira.issues().write(draft, SandboxUser.key(user));
        if (change.isPresent() && option.isEventBeingSent()) {
            jira.tell(new Happening(option.getEventTypeId(), draft.stored().orElseThrow(), SandboxUser.key(user), change,
                    java.util.Optional.empty(), false));
        }
        return objects.issue(draft.stored().orElseThrow());
    }

    public Issue updateIssue(ApplicationUser user, MutableIssue issue, UpdateIssueRequest request) {
        return updateIssue(user, issue, request.getEventDispatchOption(), request.isSendMail());
    }

    public void deleteIssue(ApplicationUser user, Issue issue, EventDispatchOption option, boolean sendMail) {
        jira.issues().byId(issue.getId()).ifPresent(row -> jira.issues().remove(SandboxUser.key(user), row));
    }

    public boolean isEditable(Issue issue) {
        return jira.workflows().byName(jira.workflows().nameOf(jira.issues().byId(issue.getId()).orElseThrow()), false).isPresent();
    }

    public boolean isEditable(Issue issue, ApplicationUser user) {
        return jira.issues().byId(issue.getId()).filter(row -> jira.issues().editable(SandboxUser.key(user), row)).isPresent();
    }
}
