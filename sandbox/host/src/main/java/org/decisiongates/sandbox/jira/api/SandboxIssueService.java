package org.decisiongates.sandbox.jira.api;

import java.util.List;
import java.util.Map;

import com.atlassian.jira.bc.issue.IssueService.IssueResult;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;

import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.bc.issue.IssueService}. */
record SandboxIssueService(SandboxJira jira, JiraObjects objects) {

    public IssueResult getIssue(ApplicationUser user, String key) {
        return jira.issues().visible(SandboxUser.key(user), key).map(row -> new IssueResult(objects.issue(row)))
                .orElseGet(() -> new IssueResult(null, errors(404, Map.of(), List.of("Issue Does Not Exist"))));
    }

    public boolean isEditable(Issue issue, ApplicationUser user) {
        return jira.issues().byId(issue.getId()).filter(row -> jira.issues().editable(SandboxUser.key(user), row)).isPresent();
    }

    private static ErrorCollection errors(int reason, Map<String, String> errors, List<String> messages) {
        ErrorCollection collection = new SimpleErrorCollection();
        collection.addErrors(errors);
        collection.addErrorMessages(messages);
        if (collection.hasAnyErrors()) {
            collection.addReason(switch (reason) {
                case 401, 403 -> ErrorCollection.Reason.FORBIDDEN;
                case 404 -> ErrorCollection.Reason.NOT_FOUND;
                case 500 -> ErrorCollection.Reason.SERVER_ERROR;
                default -> ErrorCollection.Reason.VALIDATION_FAILED;
            });
        }
        return collection;
    }
}
