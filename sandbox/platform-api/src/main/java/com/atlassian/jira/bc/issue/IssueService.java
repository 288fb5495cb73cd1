package com.atlassian.jira.bc.issue;

import com.atlassian.jira.bc.ServiceResultImpl;
import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;
import java.util.Map;

public interface IssueService {
    IssueResult getIssue(ApplicationUser user, Long id);
    IssueResult getIssue(ApplicationUser user, String key);
    IssueInputParameters newIssueInputParameters();
    IssueInputParameters newIssueInputParameters(Map<String, String[]> actionParameters);
    CreateValidationResult validateCreate(ApplicationUser user, IssueInputParameters parameters);
    IssueResult create(ApplicationUser user, CreateValidationResult result);
    UpdateValidationResult validateUpdate(ApplicationUser user, Long issueId, IssueInputParameters parameters);
    IssueResult update(ApplicationUser user, UpdateValidationResult result);
    IssueResult update(ApplicationUser user, UpdateValidationResult result, EventDispatchOption option, boolean sendMail);
    TransitionValidationResult validateTransition(ApplicationUser user, Long issueId, int actionId, IssueInputParameters parameters);
    IssueResult transition(ApplicationUser user, TransitionValidationResult result);
    boolean isEditable(Issue issue, ApplicationUser user);

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

    class TransitionValidationResult extends IssueResult {
        private final int actionId;

        public TransitionValidationResult(MutableIssue issue, ErrorCollection errors, Map<String, Object> fieldValues, Map<?, ?> additionalInputs, int actionId) {
            super(issue, errors);
            this.actionId = actionId;
        }

        public int getActionId() {
            return actionId;
        }
    }
}
