package org.decisiongates.jira.policy;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.rules.Rules;

/** Tries a policy that is being edited on an issue, with the rights of who edits: by the evaluator that transitions use. */
@JiraComponent
class PolicyPreview {

    private final IssueService issues;
    private final IssueViewFactory views;
    private final ProjectTime time;
    private final JiraTexts texts;

    PolicyPreview(IssueService issues, IssueViewFactory views, ProjectTime time, JiraTexts texts) {
        this.issues = issues;
        this.views = views;
        this.time = time;
        this.texts = texts;
    }

    /** What each rule of each gate says of the issue, gate by gate. An issue that {@code viewer} may not see is none. */
    List<List<PreviewView>> of(Policy policy, String issueKey, ApplicationUser viewer) {
        Issue issue = issues.getIssue(viewer, issueKey).getIssue();
        if (issue == null) {
            throw new ProblemException(404, "decision-gates.jira.policy.no-such-issue", issueKey);
        }
        ZonedDateTime now = time.now();
        EvaluationContext context = EvaluationContext.of(now.toInstant(), now.getZone()).by(viewer.getKey());
        IssueView view = views.before(issue, viewer.getKey());
        return policy.gates().stream().map(gate -> results(policy, gate, view, context)).toList();
    }

    private List<PreviewView> results(Policy policy, PolicyGate of, IssueView view, EvaluationContext context) {
        Gate gate = GateComposer.alone(policy, of, Rules::of);
        List<RuleResult> results = Evaluator.evaluate(gate, view, context).results();
        List<PreviewView> shown = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            shown.add(shown(gate.rules().get(i).shownName(), results.get(i)));
        }
        return shown;
    }

    private PreviewView shown(String rule, RuleResult result) {
        List<String> said = result.findings().stream().map(Finding::message).map(texts::text).toList();
        String name = Rules.of(rule).isPresent() ? texts.text("decision-gates.rule." + rule + ".name") : rule;
        return new PreviewView(texts.text("decision-gates.jira.policy.result." + result.status().name()),
                result.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                said.isEmpty() ? name : name + ": " + String.join(" ", said));
    }
}
