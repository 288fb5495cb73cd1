package org.decisiongates.jira.policy;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyNames;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.Waivers;

/**
 * Tries a policy that is being edited on an issue, with the rights of who edits: by the evaluator that transitions use, and together with
 * what all other policies in force ask of the issue there.
 */
@JiraComponent
class PolicyPreview {

    private final IssueService issues;
    private final IssueViewFactory views;
    private final Policies inForce;
    private final Waivers waivers;
    private final PolicyNames names;
    private final ProjectTime time;
    private final DayFormatter days;
    private final JiraTexts texts;

    PolicyPreview(IssueService issues, IssueViewFactory views, Policies inForce, Waivers waivers, PolicyNames names, ProjectTime time,
            DayFormatter days, JiraTexts texts) {
        this.issues = issues;
        this.views = views;
        this.inForce = inForce;
        this.waivers = waivers;
        this.names = names;
        this.time = time;
        this.days = days;
        this.texts = texts;
    }

    /**
     * What came of it.
     *
     * @param gates   what each rule says of the issue, gate by gate
     * @param remarks why the policy would ask this issue nothing; none where it would
     */
    record Outcome(List<List<PreviewView>> gates, List<String> remarks) {

        /** Of no issue. */
        static final Outcome NONE = new Outcome(List.of(), List.of());

        Outcome {
            gates = List.copyOf(gates);
            remarks = List.copyOf(remarks);
        }
    }

    /** An issue that {@code viewer} may not see is none. */
    Outcome of(Policy policy, String issueKey, ApplicationUser viewer) {
        Issue issue = issues.getIssue(viewer, issueKey).getIssue();
        if (issue == null) {
            throw noSuchIssue(issueKey);
        }
        ZonedDateTime now = time.now();
        EvaluationContext context = EvaluationContext.of(now.toInstant(), now.getZone()).by(viewer.getKey())
                .waivedBy(IssueWaivers.of(waivers, issue.getId(), now.toInstant()));
        PoliciesInForce others = inForce.inForce();
        PoliciesInForce together = others.with(policy);
        IssueView view = views.before(issue, viewer.getKey(), together);
        GateComposer composer = new GateComposer(together, Rules::of);
        return new Outcome(
                policy.gates().stream()
                        .map(gate -> results(policy,
                                composer.gate(new PolicyReference(policy.key(), gate.key()), issue.getProjectId(), view.type()), view,
                                context))
                        .toList(),
                remarks(policy, issue, view, others));
    }

    static ProblemException noSuchIssue(String issueKey) {
        return new ProblemException(404,
                issueKey.isBlank() ? "decision-gates.jira.policy.no-issue" : "decision-gates.jira.policy.no-such-issue", issueKey);
    }

    private List<String> remarks(Policy policy, Issue issue, IssueView view, PoliciesInForce others) {
        List<String> remarks = new ArrayList<>();
        Scope project = Scope.of(issue.getProjectId());
        if (!policy.scope().isGlobal() && !policy.scope().equals(project)) {
            remarks.add(texts.text("decision-gates.jira.policy.preview.other-project", issue.getKey()));
        }
        if (policy.scope().isGlobal() && !policy.locked()) {
            others.policy(project, policy.key()).ifPresent(
                    own -> remarks.add(texts.text("decision-gates.jira.policy.preview.own-policy", issue.getKey(), own.name())));
        }
        if (!view.type().equals(policy.issueType())) {
            remarks.add(texts.text("decision-gates.jira.policy.preview.other-type", issue.getKey(), names.issueType(view.type()),
                    names.issueType(policy.issueType())));
        }
        return remarks;
    }

    private List<PreviewView> results(Policy policy, Gate gate, IssueView view, EvaluationContext context) {
        List<RuleResult> results = Evaluator.evaluate(gate, view, context).results();
        List<PreviewView> shown = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            shown.add(shown(gate.rules().get(i), results.get(i), gate.enforcementOf(i), origin(policy, gate, i)));
        }
        return shown;
    }

    /** Which policies ask for a rule, where it is not the one that is edited. */
    private String origin(Policy policy, Gate gate, int rule) {
        List<PolicyVersion> asking = gate.rules().get(rule).policies().isEmpty() ? List.of(gate.policy())
                : gate.rules().get(rule).policies();
        List<String> others = asking.stream().filter(one -> !isOf(one, policy)).map(this::name).toList();
        if (others.isEmpty()) {
            return "";
        }
        return texts.text(
                asking.size() > others.size() ? "decision-gates.jira.policy.preview.also-from" : "decision-gates.jira.policy.preview.from",
                String.join(", ", others));
    }

    private static boolean isOf(PolicyVersion version, Policy policy) {
        return version.scope().equals(policy.scope()) && version.key().equals(policy.key());
    }

    private String name(PolicyVersion version) {
        String name = inForce.inForce().policy(version.scope(), version.key()).map(Policy::name).orElse(version.key());
        return version.scope().isGlobal() ? texts.text("decision-gates.jira.policy.preview.of-all", name) : name;
    }

    private PreviewView shown(ConfiguredRule rule, RuleResult result, Enforcement enforcement, String origin) {
        List<String> said = (result.status().letsThrough() ? result.findings() : rule.findings(result)).stream().map(Finding::message)
                .map(days::forPeople).map(texts::text).toList();
        String name = names.rule(rule.shownName());
        boolean isMet = result.status().letsThrough() || enforcement == Enforcement.ENFORCE;
        String follows = isMet ? "" : names.enforcement(enforcement);
        return new PreviewView(texts.text("decision-gates.jira.policy.result." + result.status().name()),
                result.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                said.isEmpty() ? name : name + ": " + String.join(" ", said),
                Stream.of(follows, origin).filter(text -> !text.isEmpty()).collect(Collectors.joining(" \u00B7 ")));
    }
}
