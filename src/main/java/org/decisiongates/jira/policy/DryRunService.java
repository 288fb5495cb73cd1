package org.decisiongates.jira.policy;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.QueryParameters;
import org.decisiongates.jira.platform.search.BadQueryException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.jira.platform.task.TaskRunner;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.page.Texts;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.report.DraftComparison;
import org.decisiongates.report.GateReport.Subject;
import org.decisiongates.report.ReportCounter;
import org.decisiongates.report.ReportJson;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.text.Message;
import org.decisiongates.waiver.Waivers;
import org.decisiongates.waiver.WaiversOfMany;

/**
 * Tries a draft of a policy on the issues of a query as they are today, in the background: what would be refused at the transitions that
 * lead on from them, compared with what is refused there now (ADR-0089). Of issues that who asks may not browse nothing is said.
 */
@JiraComponent
class DryRunService {

    static final String KIND = "dry-run";
    static final int MAX_ISSUES = 10_000;
    private static final int TOGETHER = 200;

    private final TaskRunner tasks;
    private final PolicyService policies;
    private final Policies stored;
    private final TransitionGates gates;
    private final IssueViewFactory views;
    private final Waivers waivers;
    private final ScopeResolver scopes;
    private final Searches searches;
    private final ProjectTime time;
    private final DayFormatter days;
    private final JiraTexts texts;

    DryRunService(TaskRunner tasks, PolicyService policies, Policies stored, TransitionGates gates, IssueViewFactory views,
            Waivers waivers, ScopeResolver scopes, Searches searches, ProjectTime time, DayFormatter days, JiraTexts texts) {
        this.tasks = tasks;
        this.policies = policies;
        this.stored = stored;
        this.gates = gates;
        this.views = views;
        this.waivers = waivers;
        this.scopes = scopes;
        this.searches = searches;
        this.time = time;
        this.days = days;
        this.texts = texts;
    }

    /**
     * Starts it, for somebody who was found to be allowed to change the policy.
     *
     * @param draft   the policy as it is to become
     * @param project the project whose policy it is; empty for one of all projects
     * @param jql     which issues; of those of a project, where there is one
     */
    BackgroundTask start(ApplicationUser user, Policy draft, Optional<Project> project, String jql) throws BadQueryException {
        policies.check(draft);
        if (jql == null || jql.isBlank()) {
            throw new ProblemException(400, "decision-gates.jira.policy.dry-run.no-query");
        }
        QueryParameters.requireShortJql(jql);
        String query = JqlBuilder.byKey(JqlBuilder.within(project.map(Project::getKey).stream().toList(),
                scopes.of(user, jql).condition()));
        long found = searches.count(user, query);
        if (found == 0) {
            throw new ProblemException(400, "decision-gates.jira.policy.dry-run.no-issues");
        }
        if (found > MAX_ISSUES) {
            throw new ProblemException(400, "decision-gates.jira.policy.dry-run.too-many", found, MAX_ISSUES);
        }
        Texts words = texts.in(texts.locale());
        return tasks.start(KIND, user.getKey(), project.map(Project::getKey).orElse(""),
                texts.text("decision-gates.jira.policy.dry-run.subject", draft.name(), jql.strip()),
                progress -> run(user, draft, query, words, progress));
    }

    private String run(ApplicationUser user, Policy draft, String query, Texts words, TaskProgress progress) {
        ZonedDateTime now = time.now();
        ReportCounter counter = new ReportCounter(Subject.ISSUE);
        DraftComparison comparison = new DraftComparison(draft.version(),
                new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone())), counter,
                message -> words.text(days.forPeople(message)));
        PoliciesInForce inForce = stored.inForce();
        Ways before = new Ways(gates.asIf(inForce));
        PoliciesInForce tried = inForce.with(draft);
        Ways after = new Ways(gates.asIf(tried));
        boolean areApprovalsAsked = asksForApprovals(inForce) || asksForApprovals(tried);
        int done = 0;
        long all = MAX_ISSUES;
        while (done < all) {
            Searches.Found found = searches.page(user, query, done, Math.min(TOGETHER, MAX_ISSUES - done));
            // fewer than there were: somebody has changed or deleted issues meanwhile
            all = found.issues().isEmpty() ? 0 : Math.min(found.total(), MAX_ISSUES);
            progress.total((int) Math.max(done, all));
            List<Issue> some = found.issues();
            List<IssueView> seen = views.before(some, user.getKey());
            List<IssueView> seenThen = areApprovalsAsked ? views.before(some, user.getKey(), tried) : seen;
            WaiversOfMany waived = new WaiversOfMany(waivers, some.stream().map(Issue::getId).toList());
            for (int i = 0; i < some.size(); i++) {
                Issue issue = some.get(i);
                comparison.take(issue.getKey(), before.of(issue), after.of(issue), seen.get(i), seenThen.get(i),
                        waived.of(issue.getId(), now.toInstant()));
                done++;
                progress.done(done);
            }
        }
        note(counter, comparison, words);
        return ReportJson.write(counter.report());
    }

    private static boolean asksForApprovals(PoliciesInForce policies) {
        return policies.policies().stream().anyMatch(policy -> !policy.approvals().requirements().isEmpty());
    }

    private static void note(ReportCounter counter, DraftComparison comparison, Texts words) {
        if (!comparison.isDraftAsked()) {
            counter.note(words.text("decision-gates.jira.policy.dry-run.not-asked"));
        }
        int unasked = counter.report().count(ReportOutcome.NOT_ASKED);
        if (unasked > 0) {
            counter.note(words.text("decision-gates.jira.policy.dry-run.unasked", unasked));
        }
        Set<String> untold = comparison.untold();
        if (!untold.isEmpty()) {
            counter.note(words.text("decision-gates.jira.policy.dry-run.untold",
                    untold.stream().map(rule -> name(rule, words)).sorted().collect(Collectors.joining(", "))));
        }
    }

    private static String name(String rule, Texts words) {
        return Rules.of(rule).isPresent() ? words.texts(List.of(Message.of("decision-gates.rule." + rule + ".name"))).get(0) : rule;
    }

    /** The transitions that lead on from issues; those of one project, type and status have the same. For one thread. */
    private static final class Ways {

        private final TransitionGates gates;
        private final Map<List<Object>, List<GatedTransition>> known = new HashMap<>();

        Ways(TransitionGates gates) {
            this.gates = gates;
        }

        List<GatedTransition> of(Issue issue) {
            return known.computeIfAbsent(List.of(issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId()),
                    place -> gates.from(issue));
        }
    }
}
