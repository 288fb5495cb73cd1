package org.decisiongates.sandbox.jira.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.IssueService.CreateValidationResult;
import com.atlassian.jira.bc.issue.IssueService.DeleteValidationResult;
import com.atlassian.jira.bc.issue.IssueService.IssueResult;
import com.atlassian.jira.bc.issue.IssueService.UpdateValidationResult;
import com.atlassian.jira.event.type.EventDispatchOption;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.Prepared;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.bc.issue.IssueService}: first everything is checked, then it is done. Validators run when it is done. */
record SandboxIssueService(SandboxJira jira, JiraObjects objects, CurrentUser current) {

    public IssueResult getIssue(ApplicationUser user, String key) {
        return jira.issues().visible(SandboxUser.key(user), key).map(row -> new IssueResult(objects.issue(row)))
                .orElseGet(() -> new IssueResult(null, errors(404, Map.of(), List.of("Issue Does Not Exist"))));
    }

    public boolean isEditable(Issue issue, ApplicationUser user) {
        return jira.issues().byId(issue.getId()).filter(row -> jira.issues().editable(SandboxUser.key(user), row)).isPresent();
    }

    public IssueInputParameters newIssueInputParameters() {
        return new SandboxIssueInput();
    }

    public CreateValidationResult validateCreate(ApplicationUser user, IssueInputParameters parameters) {
        IssueInput input = input(parameters);
        Map<String, String> named = optionsByName(input);
        return named.isEmpty() ? new Creation(objects, jira.issues().prepareCreate(SandboxUser.key(user), input))
                : new CreateValidationResult(null, errors(400, named, List.of()), Map.of());
    }

    public IssueResult create(ApplicationUser user, CreateValidationResult result) {
        return result(jira.issues().perform(((Creation) result).prepared));
    }

    public UpdateValidationResult validateUpdate(ApplicationUser user, Long issueId, IssueInputParameters parameters) {
        IssueInput input = input(parameters);
        if (!((SandboxIssueInput) parameters).retains()) {
            // Jira takes a field of the screen that is not provided for one that was cleared
            jira.issues().byId(issueId).ifPresent(row -> jira.forms().editForm(row).stream().map(field -> field.field().id())
                    .filter(id -> !input.has(id)).forEach(id -> input.set(id, List.of())));
        }
        if (input.has("assignee") && !mayAssign(issueId)) {
            return new UpdateValidationResult(null, errors(403, Map.of(), List.of("You do not have permission to assign issues.")),
                    Map.of());
        }
        Map<String, String> named = optionsByName(input);
        return named.isEmpty() ? new Update(objects, jira.issues().prepareUpdate(SandboxUser.key(user), issueId, input))
                : new UpdateValidationResult(null, errors(400, named, List.of()), Map.of());
    }

    /** Jira's field asks who is logged in on the thread, and not whom the service is told of. */
    private boolean mayAssign(Long issueId) {
        return jira.issues().byId(issueId).filter(row -> jira.issues().may(Permission.ASSIGN_ISSUES, row, current.key().orElse(null)))
                .isPresent();
    }

    /** Jira's own forms, and so this service, send the id of an option; its name is for REST alone. */
    private Map<String, String> optionsByName(IssueInput input) {
        Map<String, String> named = new LinkedHashMap<>();
        input.values().forEach((id, values) -> jira.fields().byId(id).filter(field -> field.type().isOption())
                .flatMap(field -> values.stream().filter(value -> !value.matches("[0-9]+")).findFirst())
                .ifPresent(name -> named.put(id, "Option Id '" + name + "' is not valid.")));
        return named;
    }

    public IssueResult update(ApplicationUser user, UpdateValidationResult result) {
        return result(jira.issues().perform(((Update) result).prepared));
    }

    public DeleteValidationResult validateDelete(ApplicationUser user, Long issueId) {
        Optional<IssueRow> issue = jira.issues().byId(issueId)
                .filter(row -> jira.issues().may(Permission.BROWSE_PROJECTS, row, SandboxUser.key(user)));
        if (issue.isEmpty()) {
            return new DeleteValidationResult(null, errors(404, Map.of(), List.of("Issue Does Not Exist")));
        }
        return new DeleteValidationResult(objects.issue(issue.get()), jira.issues().may(Permission.DELETE_ISSUES, issue.get(),
                SandboxUser.key(user)) ? new SimpleErrorCollection()
                        : errors(403, Map.of(), List.of("You do not have permission to delete issues in this project.")));
    }

    /** There is no mail here: who wants some is refused. */
    public ErrorCollection delete(ApplicationUser user, DeleteValidationResult result, EventDispatchOption event, boolean sendMail) {
        if (event != EventDispatchOption.ISSUE_DELETED || sendMail) {
            throw new NotInSandbox(IssueService.class, "delete(...) with mail, or with another event than that of a deletion");
        }
        return errors(jira.issues().delete(SandboxUser.key(user), result.getIssue().getId()));
    }

    private static IssueInput input(IssueInputParameters parameters) {
        return ((SandboxIssueInput) parameters).input();
    }

    private IssueResult result(Outcome outcome) {
        return new IssueResult(outcome.issue().map(objects::issue).orElse(null), errors(outcome));
    }

    private static ErrorCollection errors(Outcome outcome) {
        return errors(outcome.reason(), outcome.errors(), outcome.messages());
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

    private static final class Creation extends CreateValidationResult {

        private final Prepared prepared;

        /** Nothing public says that there is an issue where something is wrong with it: here there is none. */
        Creation(JiraObjects objects, Prepared prepared) {
            super(errors(prepared.outcome()).hasAnyErrors() ? null : objects.issue(prepared.draft()), errors(prepared.outcome()), Map.of());
            this.prepared = prepared;
        }
    }

    private static final class Update extends UpdateValidationResult {

        private final Prepared prepared;

        Update(JiraObjects objects, Prepared prepared) {
            super(objects.issue(prepared.draft()), errors(prepared.outcome()), Map.of());
            this.prepared = prepared;
        }
    }
}
