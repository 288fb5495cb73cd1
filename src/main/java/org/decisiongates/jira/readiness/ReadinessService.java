package org.decisiongates.jira.readiness;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.IssueWorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.ScoreWeights;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.Waivers;

/**
 * Asks the gates before an issue what they would say. One pass over the issue: whatever the number of transitions, each thing about it is
 * read once, each rule examines it once, and Jira is asked once for the transitions that are open.
 */
@JiraComponent
public class ReadinessService {

    private final IssueService issues;
    private final IssueWorkflowManager transitions;
    private final TransitionGates gates;
    private final IssueViewFactory views;
    private final ProjectTime time;
    private final Waivers waivers;

    ReadinessService(IssueService issues, IssueWorkflowManager transitions, TransitionGates gates, IssueViewFactory views,
            ProjectTime time, Waivers waivers) {
        this.issues = issues;
        this.transitions = transitions;
        this.gates = gates;
        this.views = views;
        this.time = time;
        this.waivers = waivers;
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
        ReadinessEvaluator evaluator = new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone()).by(keyOf(viewer)));
        ActiveWaivers waived = IssueWaivers.of(waivers, issue.getId(), now.toInstant());
        IssueView view = views.before(issue, keyOf(viewer));
        List<GatedTransition> open = transitions.getAvailableActions(issue, viewer).stream().map(action -> gates.of(action, issue))
                .sorted(Comparator.comparingInt(GatedTransition::id)).toList();
        return new Readiness(open.stream().map(transition -> evaluator.evaluate(transition, view, waived)).toList(),
                evaluator.score(gates.ofWorkflow(issue), view, waived, ScoreWeights.SHIPPED));
    }

    /** The scores of issues (at most 200), in their order: those that {@code viewer} may not see are not among them. */
    List<ScoredIssue> scores(List<Issue> issues, ApplicationUser viewer) {
        ZonedDateTime now = time.now();
        ReadinessEvaluator evaluator = new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone()).by(keyOf(viewer)));
        List<IssueView> seen = views.before(issues, keyOf(viewer));
        WaiversOfMany waived = new WaiversOfMany(waivers, issues.stream().map(Issue::getId).toList());
        Map<List<Object>, List<GatedTransition>> workflows = new HashMap<>();
        return IntStream.range(0, issues.size()).mapToObj(i -> {
            Issue issue = issues.get(i);
            List<GatedTransition> workflow = workflows.computeIfAbsent(List.of(issue.getProjectId(), issue.getIssueTypeId()),
                    type -> gates.ofWorkflow(issue));
            return new ScoredIssue(issue,
                    evaluator.score(workflow, seen.get(i), waived.of(issue.getId(), now.toInstant()), ScoreWeights.SHIPPED));
        }).toList();
    }

    private static String keyOf(ApplicationUser viewer) {
        return viewer == null ? "" : viewer.getKey();
    }
}
