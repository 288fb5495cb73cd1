package org.decisiongates.jira.readiness;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.gate.TransitionGates;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.waiver.GroupAndRoleMembership;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverService;
import org.decisiongates.waiver.Waivers;

/**
 * Reads what the panel of an issue shows, in one pass over the issue and with one statement: its waivers. What is stored of its debt is
 * read by one more where a rule of its phase is not met (ADR-0094).
 */
@JiraComponent
class ReadinessPanelReader {

    private final ReadinessService readiness;
    private final TransitionGates gates;
    private final IssueViewFactory views;
    private final Debts debts;
    private final Waivers waivers;
    private final Policies policies;
    private final OwnIssueTypes types;
    private final WaiverService service;
    private final ProjectTime time;

    ReadinessPanelReader(ReadinessService readiness, TransitionGates gates, IssueViewFactory views, Debts debts, Waivers waivers,
            Policies policies, OwnIssueTypes types,
            GroupAndRoleMembership membership, ProjectTime time) {
        this.readiness = readiness;
        this.gates = gates;
        this.views = views;
        this.debts = debts;
        this.waivers = waivers;
        this.policies = policies;
        this.types = types;
        this.service = new WaiverService(waivers, policies, membership);
        this.time = time;
    }

    /** @param viewer null for nobody logged in */
    ReadinessPanelContent read(Issue issue, ApplicationUser viewer) {
        ZonedDateTime now = time.now();
        String key = viewer == null ? "" : viewer.getKey();
        List<Waiver> all = waivers.ofIssue(issue.getId());
        ActiveWaivers active = IssueWaivers.of(all, now.toInstant());
        IssueView view = views.before(issue, key);
        Readiness shown = readiness.of(issue, viewer, view, active, now);
        List<OwedReadiness> owed = owed(issue, view, all, active, now);
        List<OpenWaiver> open = all.stream().filter(waiver -> waiver.isOpen(now.toInstant()))
                .map(waiver -> new OpenWaiver(waiver, waiver.until().atZone(now.getZone()).toLocalDate().minusDays(1),
                        waiver.isActive(now.toInstant()), service.rights(waiver, issue.getProjectId(), key, now.toInstant()),
                        waiver.isActive(now.toInstant()) ? List.of() : service.deciders(waiver)))
                .toList();
        Map<RuleReadiness, ReadinessPanelContent.Asking> asking = new HashMap<>();
        Stream.concat(shown.transitions().stream().flatMap(transition -> transition.rules().stream()).filter(RuleReadiness::isMissing),
                owed.stream().map(OwedReadiness::rule)).forEach(
                        rule -> asking(rule, open, now.toLocalDate())
                                .ifPresent(what -> asking.put(rule, what)));
        return new ReadinessPanelContent(shown, owed, open, asking, ungated(issue, view), isOwner(view, key), now);
    }

    private static boolean isOwner(IssueView view, String userKey) {
        return !userKey.isEmpty() && view.has(Field.OWNER)
                && view.person(Field.OWNER).filter(owner -> owner.key().equals(userKey)).isPresent();
    }

    private Optional<UngatedWorkflow> ungated(Issue issue, IssueView view) {
        return gates.isGated(issue) ? Optional.empty()
                : types.of(issue).map(type -> new UngatedWorkflow(gates.workflowOf(issue), type,
                        policies.inForce().of(issue.getProjectId()).stream().filter(policy -> policy.issueType().equals(type.key()))
                                .map(Policy::name).sorted().toList(),
                        view.status().phase().isPresent()));
    }

    /** As gate debt is found: for nobody in particular. */
    private List<OwedReadiness> owed(Issue issue, IssueView view, List<Waiver> all, ActiveWaivers active, ZonedDateTime now) {
        Optional<Gate> gate = view.status().phase().flatMap(phase -> gates.ofPhase(phase, issue));
        if (gate.isEmpty()) {
            return List.of();
        }
        ReadinessEvaluator nobody = new ReadinessEvaluator(EvaluationContext.of(now.toInstant(), now.getZone()));
        List<RuleReadiness> owed = nobody.evaluate(new GatedTransition(0, "", List.of(gate.get())), view, active).rules().stream()
                .filter(rule -> rule.isMissing() && (rule.result() == Status.FAILED || rule.result() == Status.ERROR)).toList();
        if (owed.isEmpty()) {
            return List.of();
        }
        List<GateDebt> stored = Optional.ofNullable(debts.ofIssues(List.of(issue.getId())).get(issue.getId()))
                .map(found -> OwedRule.of(found, all, now.toInstant()).stream().map(OwedRule::debt).toList()).orElse(List.of());
        return owed.stream().map(rule -> new OwedReadiness(rule, stored.stream()
                .filter(debt -> debt.rule().equals(rule.rule()) && debt.field().equals(rule.subject())).findFirst())).toList();
    }

    private Optional<ReadinessPanelContent.Asking> asking(RuleReadiness rule, List<OpenWaiver> open, LocalDate today) {
        List<PolicyVersion> all = rule.waivable();
        List<PolicyVersion> left = all.stream().filter(policy -> open.stream().noneMatch(one -> one.waiver().rule()
                .equals(new WaivedRule(policy.scope(), policy.key(), rule.rule(), rule.subject())))).toList();
        return all.isEmpty() ? Optional.empty()
                : service.latestDay(all, today).map(latest -> new ReadinessPanelContent.Asking(left, all, latest));
    }
}
