package org.decisiongates.jira.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.ServiceResult;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;

/**
 * Has Jira create the issues of a sample, as anybody creates an issue: with the rights of who asks, and through the gate of a Blocker. The
 * Decision lacks what its first gate asks for, so that there is something to try.
 */
@JiraComponent
class SampleCreation {

    private static final int DAYS = 7;

    private final IssueService issues;
    private final PermissionManager permissions;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final OwnIssueTypes types;
    private final ProjectTime time;
    private final JiraTexts texts;

    SampleCreation(IssueService issues, PermissionManager permissions, OwnIssueInputs inputs, OwnFields own, OwnIssueTypes types,
            ProjectTime time, JiraTexts texts) {
        this.issues = issues;
        this.permissions = permissions;
        this.inputs = inputs;
        this.own = own;
        this.types = types;
        this.time = time;
        this.texts = texts;
    }

    /** What the issue of the type is called, in the language of who asks. */
    String summary(OwnIssueType type) {
        return text(type, "summary");
    }

    /** @throws ProblemException 409 with what Jira and the gates say against it; nothing is created then */
    Issue create(OwnIssueType type, String summary, Project project, ApplicationUser caller) {
        IssueInputParameters input = input(type, summary, project, caller);
        boolean isOwn = types.idOf(type).equals(types.idIn(type, project.getId()));
        input.setDescription(text(type, isOwn ? "description" : "description-own-type"));
        IssueService.CreateValidationResult valid = issues.validateCreate(caller, input);
        if (!valid.isValid()) {
            throw refusal(type, valid);
        }
        IssueService.IssueResult created = issues.create(caller, valid);
        if (!created.isValid()) {
            throw refusal(type, created);
        }
        return created.getIssue();
    }

    private IssueInputParameters input(OwnIssueType type, String summary, Project project, ApplicationUser caller) {
        return switch (type) {
            case DECISION -> inputs.of(type, project, caller, summary, Optional.empty(),
                    Map.of(OwnField.QUESTION, text(type, "question")));
            case BLOCKER -> inputs.of(type, project, caller, summary, Optional.of(due()), Map.of(OwnField.OWNER, owner(project, caller),
                    OwnField.FALLBACK, text(type, "fallback"), OwnField.CUSTOMER_FACING, own.no().orElse("")));
        };
    }

    private LocalDate due() {
        return time.now().toLocalDate().plusDays(DAYS);
    }

    /** Who asks, if issues of the project can be given to them; otherwise the lead. */
    private String owner(Project project, ApplicationUser caller) {
        boolean mayOwn = permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, project, caller);
        return mayOwn ? caller.getUsername() : Optional.ofNullable(project.getProjectLead()).map(ApplicationUser::getUsername).orElse("");
    }

    private ProblemException refusal(OwnIssueType type, ServiceResult result) {
        ErrorCollection errors = result.getErrorCollection();
        List<String> said = new ArrayList<>(errors.getErrorMessages());
        said.addAll(errors.getErrors().values());
        return new ProblemException(409, "decision-gates.jira.sample.refused", type.label(), String.join(" ", said));
    }

    private String text(OwnIssueType type, String part) {
        return texts.text("decision-gates.jira.sample." + type.key() + "." + part);
    }
}
