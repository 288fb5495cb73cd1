package org.decisiongates.jira.approval;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.approval.AllowedApprovalSteps;
import org.decisiongates.approval.ApprovalService;
import org.decisiongates.approval.ApprovalService.Action;
import org.decisiongates.approval.ApprovalService.Conflict;
import org.decisiongates.approval.ApprovalService.Denied;
import org.decisiongates.approval.ApprovalService.Full;
import org.decisiongates.approval.ApprovalService.Invalid;
import org.decisiongates.approval.ApprovalService.Outcome;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.Password;
import org.decisiongates.approval.PasswordCheck;
import org.decisiongates.approval.Reauthentication;
import org.decisiongates.jira.debt.ChangedIssues;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.StepRequestBody;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;

/**
 * Does for the caller what {@link ApprovalService} allows, with issues that the caller may see. Throws {@link ProblemException} where it
 * does not.
 */
@JiraComponent
public class ApprovalActions {

    static final String OTHER_TYPE = "decision-gates.approval.other-type";
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalActions.class);
    private static final String KIND = "kind";
    private static final String SHOWN = "shown";
    private static final String COMMENT = "comment";
    private static final String ON_BEHALF_OF = "onBehalfOf";
    private static final String PASSWORD = "password";

    private final ApprovalService service;
    private final AllowedApprovalSteps allowed;
    private final ApprovalIssueReader reader;
    private final OwnIssueAccess issues;
    private final ChangedIssues changed;
    private final ApprovalsPage page;
    private final ApprovalsFormatter formatter;
    private final ApprovalFormHints hints;
    private final ProjectTime time;

    ApprovalActions(ApprovalSteps steps, ApproverDirectory directory, Delegations delegations, ApprovalIssueReader reader,
            OwnIssueAccess issues, ChangedIssues changed, ApprovalsPage page, ApprovalsFormatter formatter, ApprovalFormHints hints,
            PasswordCheck passwords, ProjectTime time) {
        this.service = new ApprovalService(steps, directory, delegations, new Reauthentication(passwords,
                user -> LOG.warn("user {} typed too many wrong passwords for approvals, and is refused for up to ten minutes;"
                        + " their directory may have locked the account", user)));
        this.allowed = new AllowedApprovalSteps(delegations);
        this.reader = reader;
        this.issues = issues;
        this.changed = changed;
        this.page = page;
        this.formatter = formatter;
        this.hints = hints;
        this.time = time;
    }

    /** The approvals of an issue. */
    ApprovalReplies.Issue approvals(String key) {
        Issue issue = visible(key);
        return reply(issue, reader.subject(issue));
    }

    /** The panel as it is now, HTML. */
    String panel(String key) {
        return page.html(visible(key));
    }

    /**
     * What forms of the issue say of fields that approvals are bound to, HTML.
     *
     * @param key key or id of the issue: the forms of Jira have its id alone
     */
    String formHints(String key) {
        Issue issue = visible(issues.keyOf(key));
        return hints.html(service.of(reader.subject(issue)));
    }

    /** Takes a step, and answers with the approvals as they are then. */
    ApprovalReplies.Issue take(String key, InputStream sent) throws IOException {
        Issue issue = visible(key);
        StepRequestBody body = StepRequestBody.read(sent, List.of(KIND, SHOWN, COMMENT, ON_BEHALF_OF, PASSWORD));
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.name().equals(body.text(KIND))).findFirst()
                .orElseThrow(() -> new ProblemException(400, Map.of(KIND, Message.of("decision-gates.approval.body.no-kind",
                        String.join(", ", Arrays.stream(Kind.values()).map(Kind::name).toList())))));
        ApprovalSubject subject = reader.subject(issue);
        Action action = new Action(subject, body.text(SHOWN), body.text(COMMENT), reader.callerKey(),
                body.given(ON_BEHALF_OF), new Password(body.text(PASSWORD)), time.now());
        check(switch (kind) {
            case REQUESTED -> service.request(action, reader.mayRequest(issue, subject));
            case APPROVED -> service.approve(action);
            case ABSTAINED -> service.abstain(action);
            case NEEDS_DISCUSSION -> service.needDiscussion(action);
            case WITHDRAWN -> service.withdraw(action);
        });
        changed.changedByApp(issue);
        return reply(issue, subject);
    }

    private static void check(Outcome outcome) {
        if (outcome instanceof Invalid invalid) {
            throw new ProblemException(400, invalid.members());
        }
        if (outcome instanceof Denied denied) {
            throw new ProblemException(403, List.of(denied.why()));
        }
        if (outcome instanceof Conflict conflict) {
            throw new ProblemException(409, conflict.why());
        }
        if (outcome instanceof Full full) {
            throw new ProblemException(400, List.of(full.why()));
        }
    }

    private ApprovalReplies.Issue reply(Issue issue, ApprovalSubject subject) {
        Approvals approvals = service.of(subject);
        return ApprovalReplies.Issue.of(issue.getKey(), approvals,
                allowed.own(approvals, reader.callerKey(), reader.mayRequest(issue, subject)),
                allowed.onBehalf(approvals, reader.callerKey(), time.now()), reader.named(issue, approvals), formatter::displayName,
                time.zone());
    }

    private Issue visible(String key) {
        return issues.requireVisible(key, OTHER_TYPE);
    }
}
