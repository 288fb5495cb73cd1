package org.decisiongates.jira.readiness;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.IssueWorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.GatesAhead;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.ScoreWeights;
import org.decisiongates.readiness.TransitionReadiness;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.Waivers;
import org.decisiongates.waiver.WaiversOfMany;

/**
 * Asks the gates before an issue what they would say. One pass over the issue: whatever the number of transitions, each thing about it is
 * read once, each rule examines it once, and Jira is asked once for the transitions that are open.
 */
@JiraComponent
public class ReadinessService {

    private static final int TOGETHER = 200;

    private final IssueService issues;
    private final IssueWorkflowManager transitions;
    private final TransitionGates gates;
    private final IssueViewFactory views;
    private final ProjectTime time;
    private final Waivers waivers;
    private final OwnIssueTypes types;
    private final Policies policies;

    ReadinessService(IssueService issues, IssueWorkflowManager transitions, TransitionGates gates, IssueViewFactory views,
            ProjectTime time, Waivers waivers, OwnIssueTypes types, Policies policies) {
        this.issues = issues;
        this.transitions = transitions;
        this.gates = gates;
        this.views = views;
        this.time = time;
        this.waivers = waivers;
        this.types = types;
        this.policies = policies;
    }

    /** The issue; empty when there is none of this key, or {@code viewer} may not see it. */
    Optional<Issue> visible(String key, ApplicationUser viewer) {
        return Optional.ofNullable(issues.getIssue(viewer, key).getIssue());
    }

    /** Whether {@code viewer} may edit the issue, and its status lets it be edited. */
    boolean isEditable(Issue issue, ApplicationUser viewer) {
        return viewer != null && issues.isEditable(issue, viewer);
    }

    /**
     * What is missing before each transition that {@code viewer} could make: Jira's conditions and permissions decide which these are.
     *
     * @param viewer null for nobody logged in
     */
    Readiness of(Issue issue, ApplicationUser viewer) {
        ZonedDateTime now = time.now();
        return of(issue, viewer, views.before(issue, keyOf(viewer)), IssueWaivers.of(waivers, issue.getId(), now.toInstant()), now);
    }

    /** The same of an issue that is read already. */
    Readiness of(Issue issue, ApplicationUser viewer, IssueView view, ActiveWaivers waived, ZonedDateTime now) {
        ReadinessEvaluator evaluator = new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone()).by(keyOf(viewer)));
        List<GatedTransition> open = transitions.getAvailableActions(issue, viewer).stream().map(action -> gates.of(action, issue))
                .sorted(Comparator.comparingInt(GatedTransition::id)).toList();
        return new Readiness(open.stream().map(transition -> evaluator.evaluate(transition, view, waived)).toList(),
                score(evaluator, gates.ahead(issue), view, waived));
    }

    /** The scores of issues, in their order: those that {@code viewer} may not see are not among them. */
    List<ScoredIssue> scores(List<Issue> issues, ApplicationUser viewer) {
        Map<List<Object>, GatesAhead> ahead = new HashMap<>();
        List<ScoredIssue> scores = new ArrayList<>(issues.size());
        forEach(issues, viewer, (issue, view, waived, evaluator) -> scores.add(new ScoredIssue(issue,
                score(evaluator, ahead.computeIfAbsent(List.of(issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId()),
                        place -> gates.ahead(issue)), view, waived))));
        return scores;
    }

    /** Ids of those of {@code issues} that some transition leads into the phase from where they stand, and no gate of it would refuse. */
    Set<Long> readyFor(List<Issue> issues, ApplicationUser viewer, OwnStatus phase) {
        Map<List<Object>, List<GatedTransition>> ways = new HashMap<>();
        Set<Long> ready = new LinkedHashSet<>();
        forEach(issues, viewer, (issue, view, waived, evaluator) -> {
            List<GatedTransition> into = ways.computeIfAbsent(
                    List.of(issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId()),
                    place -> gates.into(types.statusesOf(phase, issue.getProjectId()), issue));
            if (into.stream().anyMatch(way -> evaluator.evaluate(way, view, waived).state() == TransitionReadiness.State.READY)) {
                ready.add(issue.getId());
            }
        });
        return ready;
    }

    /**
     * What the gates say before each transition that the issues stand before, whoever may make it, in the order of the issues.
     *
     * @param checked is told of each issue
     */
    void check(List<Issue> issues, ApplicationUser viewer, CheckedIssue checked) {
        Map<List<Object>, List<GatedTransition>> ways = new HashMap<>();
        forEach(issues, viewer, (issue, view, waived, evaluator) -> checked.take(issue,
                ways.computeIfAbsent(List.of(issue.getProjectId(), issue.getIssueTypeId(), issue.getStatusId()), place -> gates.from(issue))
                        .stream().flatMap(way -> evaluator.evaluate(way.gates(), view, waived).stream().map(evaluation -> new CheckedGate(
                                way.name(), evaluation.gate(), TransitionReadiness.rulesOf(evaluation))))
                        .toList()));
    }

    /** Is told what the gates say of an issue. */
    interface CheckedIssue {
        void take(Issue issue, List<CheckedGate> gates);
    }

    /**
     * What one gate says of an issue.
     *
     * @param transition name of the transition that it stands before
     */
    record CheckedGate(String transition, Gate gate, List<RuleReadiness> rules) {
    }

    /** Ids of those of {@code issues} that the rule with this key, as it is initially set, does not let through. */
    Set<Long> failing(List<Issue> issues, ApplicationUser viewer, String rule) {
        Gate gate = Gate.of(ConfiguredRule.of(Rules.of(rule).orElseThrow()));
        Set<Long> failing = new LinkedHashSet<>();
        forEach(issues, viewer, (issue, view, waived, evaluator) -> {
            if (!evaluator.evaluate(List.of(gate), view, ActiveWaivers.NONE).get(0).status().letsThrough()) {
                failing.add(issue.getId());
            }
        });
        return failing;
    }

    private Score score(ReadinessEvaluator evaluator, GatesAhead ahead, IssueView view, ActiveWaivers waived) {
        return evaluator.score(ahead, view, waived,
                ScoreWeights.SHIPPED.with(policiesOf(ahead.workflow()).map(Policy::weights).toList()));
    }

    /** The policies in force that ask something at these transitions. */
    private Stream<Policy> policiesOf(List<GatedTransition> workflow) {
        return workflow.stream().flatMap(transition -> transition.gates().stream())
                .flatMap(gate -> Stream.concat(Stream.of(gate.policy()), gate.rules().stream().flatMap(rule -> rule.policies().stream())))
                .distinct().filter(version -> !version.equals(PolicyVersion.OF_THE_WORKFLOW))
                .flatMap(version -> policies.inForce().policy(version.scope(), version.key()).stream());
    }

    /** What is linked to the issues, recorded of them or waived is read for {@value #TOGETHER} of them at a time. */
    private void forEach(List<Issue> issues, ApplicationUser viewer, Visit visit) {
        ZonedDateTime now = time.now();
        ReadinessEvaluator evaluator = new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone()).by(keyOf(viewer)));
        for (int from = 0; from < issues.size(); from += TOGETHER) {
            List<Issue> some = issues.subList(from, Math.min(issues.size(), from + TOGETHER));
            List<IssueView> seen = views.before(some, keyOf(viewer));
            WaiversOfMany waived = new WaiversOfMany(waivers, some.stream().map(Issue::getId).toList());
            for (int i = 0; i < some.size(); i++) {
                visit.issue(some.get(i), seen.get(i), waived.of(some.get(i).getId(), now.toInstant()), evaluator);
            }
        }
    }

    /** What is asked of each issue. */
    private interface Visit {
        void issue(Issue issue, IssueView view, ActiveWaivers waived, ReadinessEvaluator evaluator);
    }

    private static String keyOf(ApplicationUser viewer) {
        return viewer == null ? "" : viewer.getKey();
    }
}
