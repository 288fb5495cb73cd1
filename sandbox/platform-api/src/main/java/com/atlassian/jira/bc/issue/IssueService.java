package com.atlassian.jira.bc.issue;

import java.util.Map;

import com.atlassian.jira.bc.ServiceResultImpl;
import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;

public interface IssueService {
    IssueResult getIssue(ApplicationUser user, String issueKey);

    boolean isEditable(Issue issue, ApplicationUser user);

    IssueInputParameters newIssueInputParameters();

    CreateValidationResult validateCreate(ApplicationUser user, IssueInputParameters parameters);

    IssueResult create(ApplicationUser user, CreateValidationResult result);

    UpdateValidationResult validateUpdate(ApplicationUser user, Long issueId, IssueInputParameters parameters);

    IssueResult update(ApplicationUser user, UpdateValidationResult result);

    DeleteValidationResult validateDelete(ApplicationUser user, Long issueId);

    ErrorCollection delete(ApplicationUser user, DeleteValidationResult result, EventDispatchOption event, boolean sendMail);

    class IssueResult extends ServiceResultImpl {
        private final MutableIssue issue;

        public IssueResult(MutableIssue issue) {
            this(issue, new SimpleErrorCollection());
        }

        public IssueResult(MutableIssue issue, ErrorCollection errors) {
            super(errors);
            this.issue = issue;
        }

        public MutableIssue getIssue() {
            return issue;
        }
    }

    class CreateValidationResult extends IssueResult {
        public CreateValidationResult(MutableIssue issue, ErrorCollection errors, Map<String, Object> fieldValues) {
            super(issue, errors);
        }
    }

    class UpdateValidationResult extends IssueResult {
        public UpdateValidationResult(MutableIssue issue, ErrorCollection errors, Map<String, Object> fieldValues) {
            super(issue, errors);
        }
    }

    class DeleteValidationResult extends IssueResult {
        public DeleteValidationResult(MutableIssue issue, ErrorCollection errors) {
            super(issue, errors);
        }
    }
}
