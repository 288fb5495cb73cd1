package org.decisiongates.jira.approval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.approval.AllowedApprovalSteps;
import org.decisiongates.approval.ApprovalReminder;
import org.decisiongates.approval.ApprovalReminderService;
import org.decisiongates.approval.ApprovalReminders;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSubject;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.SealedContent;
import org.decisiongates.approval.Verdict;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.RenderedTemplate;

/**
 * Renders the panel of an issue, on the page of the issue and again after a step. A statement for the steps, one for delegations to the
 * reader, one for what stale approvals are bound to, and one for reminders while approvals are missing. Of a Decision that is decided, one
 * more for the steps, and where scope changes are linked to it, what these cost.
 */
@JiraComponent
public class ApprovalsPage {

    private static final List<String> TEMPLATES = List.of("/jira/approval/approvals.vm", "/jira/approval/approvals-actions.vm");

    private final AllowedApprovalSteps allowed;
    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final ApprovalReminders reminders;
    private final ApprovalIssueReader reader;
    private final ApprovalsFormatter formatter;
    private final ApprovedScopeFormatter scopes;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;
    private final ProjectTime time;

    ApprovalsPage(ApprovalSteps steps, ApproverDirectory directory, Delegations delegations, ApprovalReminders reminders,
            ApprovalIssueReader reader, ApprovalsFormatter formatter, ApprovedScopeFormatter scopes, TemplateRenderer renderer,
            ApplicationProperties application,
            ProjectTime time) {
        this.directory = directory;
        this.allowed = new AllowedApprovalSteps(delegations);
        this.steps = steps;
        this.reminders = reminders;
        this.reader = reader;
        this.formatter = formatter;
        this.scopes = scopes;
        this.renderer = renderer;
        this.application = application;
        this.time = time;
    }

    String html(Issue issue) {
        ApprovalSubject subject = reader.subject(issue);
        Approvals approvals = new Approvals(subject, steps.ofIssue(issue.getId()), directory);
        String address = application.getBaseUrl(UrlMode.RELATIVE) + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/approvals";
        Map<String, SealedContent> approved = steps.contents(issue.getId(), changed(approvals));
        Set<Kind> own = allowed.own(approvals, reader.callerKey(), reader.mayRequest(issue, subject));
        Map<String, Set<Kind>> onBehalf = allowed.onBehalf(approvals, reader.callerKey(), time.now());
        List<String> approvers = Stream.concat(Stream.of(reader.callerKey()), onBehalf.keySet().stream()).toList();
        ApprovalPanelReader shownTo = new ApprovalPanelReader(reader.callerKey(), own, onBehalf,
                AllowedApprovalSteps.wantsComment(approvals, reader.callerKey(), approvers),
                AllowedApprovalSteps.needsPassword(approvals, reader.callerKey(), approvers), reader.named(issue, approvals));
        ApprovalsView view = formatter.view(address, approvals, shownTo, digest -> Optional.ofNullable(approved.get(digest)),
                subject::lastEditOf, reminder(issue, approvals, subject),
                scopes.view(issue.getKey(), subject.issue().approvedScope(), () -> reader.mayCreateFor(issue)));
        return TEMPLATES.stream().map(template -> RenderedTemplate.of(renderer, template, view)).collect(Collectors.joining());
    }

    /** Of approvals that wait for nobody nobody is reminded. */
    private ApprovalReminderView reminder(Issue issue, Approvals approvals, ApprovalSubject subject) {
        if (!approvals.arePending() || approvals.brokenAt().isPresent()) {
            return ApprovalReminderView.NONE;
        }
        List<ApprovalReminder> latest = reminders.latest(List.of(issue.getId())).getOrDefault(issue.getId(), List.of());
        return formatter.reminder(latest.stream().findFirst(),
                reader.mayRequest(issue, subject) && ApprovalReminderService.mayBeAskedFor(approvals, latest, time.now()));
    }

    /** Digests of what approvals are bound to that the issue has left behind, the latest of them; of others no difference is shown. */
    private static List<String> changed(Approvals approvals) {
        return approvals.states().stream().flatMap(state -> state.verdicts().stream()).filter(verdict -> !verdict.changed().isEmpty())
                .map(Verdict::step).sorted(Comparator.comparingInt(ApprovalStep::step).reversed()).map(ApprovalStep::content).distinct()
                .limit(ApprovalSteps.MAX_CONTENTS).toList();
    }
}
