package org.decisiongates.jira.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.RecordedIssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyCases;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;

/**
 * Makes tests of a policy of real issues: what the rules of the policy read of an issue now, and what they say of it. Whoever may read the
 * policy reads its tests, so they hold only what nobody is kept from who may see the issue: no restricted comment, no key of a linked issue
 * that is not open to all.
 */
@JiraComponent
class IssueCases {

    /** Sees of an issue the comments and the linked issues that everybody sees. */
    private static final String NOBODY = "";

    private final IssueService issues;
    private final IssueViewFactory views;
    private final ProjectTime time;
    private final JiraTexts texts;

    IssueCases(IssueService issues, IssueViewFactory views, ProjectTime time, JiraTexts texts) {
        this.issues = issues;
        this.views = views;
        this.time = time;
        this.texts = texts;
    }

    /**
     * A test that expects of a gate what it says of the issue now. An issue that {@code viewer} may not see is none; one with a security
     * level is refused, and for the policy of a project one of another project, which its administrators need not be allowed to see.
     */
    PolicyCase of(Policy policy, String gate, String issueKey, ApplicationUser viewer) {
        Issue issue = issues.getIssue(viewer, issueKey).getIssue();
        if (issue == null) {
            throw PolicyPreview.noSuchIssue(issueKey);
        }
        if (!policy.scope().isGlobal() && !policy.scope().equals(Scope.of(issue.getProjectId()))) {
            throw new ProblemException(400, "decision-gates.jira.policy.issue-of-other-project", issue.getKey());
        }
        if (issue.getSecurityLevelId() != null) {
            throw new ProblemException(400, "decision-gates.jira.policy.issue-has-security-level", issue.getKey());
        }
        if (policy.gate(gate).filter(of -> !of.rules().isEmpty()).isEmpty()) {
            throw new ProblemException(400, "decision-gates.jira.policy.no-rules-to-test");
        }
        LocalDate day = time.now().toLocalDate();
        PolicyCase asked = new PolicyCase(texts.text("decision-gates.jira.policy.test-of", issue.getKey(), day.toString()), gate,
                IssueSnapshot.EMPTY, day, Optional.of(viewer.getKey()), Set.of(), "", Map.of());
        RecordedIssueView recorded = new RecordedIssueView(views.before(issue, NOBODY));
        // all gates, so that the test says something of rules that move from one to another
        policy.gates().forEach(of -> Evaluator.evaluate(GateComposer.alone(policy, of, Rules::of), recorded, PolicyCases.context(asked)));
        PolicyCase made = asked.of(recorded.snapshot());
        return made.expecting(PolicyCases.found(policy, made, Rules::of));
    }
}
