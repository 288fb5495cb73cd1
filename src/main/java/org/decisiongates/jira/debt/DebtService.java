package org.decisiongates.jira.debt;

import java.time.ZonedDateTime;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.debt.CompletedDebtSweeps;
import org.decisiongates.debt.DebtCheck;
import org.decisiongates.debt.DebtCheck.Trigger;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Scope;

/** Looks at issues and stores what they owe. */
@JiraComponent
class DebtService {

    private static final String NOBODY = "";

    private final Debts debts;
    private final Policies policies;
    private final TransitionGates gates;
    private final IssueViewFactory views;
    private final CompletedDebtSweeps sweeps;
    private final ProjectTime time;

    DebtService(Debts debts, Policies policies, TransitionGates gates, IssueViewFactory views, CompletedDebtSweeps sweeps,
            ProjectTime time) {
        this.debts = debts;
        this.policies = policies;
        this.gates = gates;
        this.views = views;
        this.sweeps = sweeps;
        this.time = time;
    }

    /** Whether any policy asks anything of anybody; while none does, nothing is owed. */
    boolean isNothingAsked() {
        PoliciesInForce inForce = policies.inForce();
        return inForce.policies().isEmpty() && inForce.unreadable().isEmpty();
    }

    /** Whether any policy asks anything of issues of the type in the project, in whichever phase. */
    private boolean isAsked(long projectId, String type) {
        PoliciesInForce inForce = policies.inForce();
        return !inForce.unreadable().isEmpty() || inForce.policies().stream().anyMatch(policy -> policy.issueType().equals(type)
                && (policy.scope().isGlobal() || policy.scope().equals(Scope.of(projectId))));
    }

    /**
     * Evaluates the gate before the issue's present phase, for nobody in particular, and stores what came of it if that is new.
     *
     * @param before what is stored of the issue
     */
    void check(Issue issue, Optional<IssueDebt> before, Trigger trigger) {
        ZonedDateTime now = time.now();
        IssueView view = views.before(issue, NOBODY);
        if (!isAsked(issue.getProjectId(), view.type())) {
            before.ifPresent(known -> debts.remove(issue.getId()));
            return;
        }
        Optional<Gate> gate = view.status().phase().flatMap(phase -> gates.ofPhase(phase, issue));
        Optional<IssueDebt> found = DebtCheck.check(issue.getId(), issue.getProjectId(), view, gate, before,
                before.isEmpty() && trigger != Trigger.CREATED && !sweeps.hasLookedAt(issue.getProjectId()) ? Trigger.FIRST : trigger,
                EvaluationContext.of(now.toInstant(), now.getZone()));
        if (found.isPresent() && !found.equals(before)) {
            debts.put(found.get());
        } else if (found.isEmpty() && before.isPresent()) {
            debts.remove(issue.getId());
        }
    }
}
