package org.decisiongates.replay;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.When;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.Waiver;

/**
 * Asks the gates of one policy at moments of the past, together with what the other policies ask that are in force now. The same evaluator
 * answers as at a transition; what the past does not tell is {@code NOT_EVALUABLE}.
 */
public final class GateReplay {

    private static final ConfiguredRule UNTOLD = new ConfiguredRule("", Map.of(), Optional.empty(), Optional.empty(), When.ALWAYS,
            List.of(), Set.of(), (issue, context) -> RuleResult.notEvaluable(Finding.general("decision-gates.gate.not-evaluable.moment")));

    private final GateComposer composer;
    private final PolicyVersion policy;
    private final RecordedRules recorded;
    private final ZoneId zone;

    /**
     * @param composer of the policies that are in force, the one in question among them
     * @param policy   the one in question
     * @param recorded finds what the journal has of a rule
     */
    public GateReplay(GateComposer composer, PolicyVersion policy, RecordedRules recorded, ZoneId zone) {
        this.composer = composer;
        this.policy = policy;
        this.recorded = recorded;
        this.zone = zone;
    }

    /**
     * What the gates of the policy say of a moment: those that were asked then, and where none was asked, the one before the phase that the
     * issue went into.
     *
     * @param screen   what may have been edited at the transition
     * @param waivers  all waivers of the issue
     */
    public List<ReplayedGate> at(ReplayMoment moment, ReplayedIssue issue, ScreenFields screen, List<Waiver> waivers) {
        try {
            return known(moment, issue, screen, waivers);
        } catch (UnknownValueException e) {
            // an imported history can have the issue in two projects at once; the other issues are still asked about
            return untold(moment, issue, screen);
        }
    }

    private List<ReplayedGate> known(ReplayMoment moment, ReplayedIssue issue, ScreenFields screen, List<Waiver> waivers) {
        long project = issue.projectAt(moment.place());
        String typeId = issue.typeIdAt(moment.place());
        String type = issue.reading().type(project, typeId);
        PastIssue past = issue.at(moment, screen);
        List<Waiver> then = waivers.stream().flatMap(waiver -> waiver.asOf(moment.at()).stream()).toList();
        List<ReplayedGate> replayed = new ArrayList<>();
        for (GateEvent event : moment.recorded()) {
            PolicyVersion named = PolicyVersion.recorded(event.gate().policy(), event.gate().version());
            if (isOfAPolicy(event)) {
                Gate gate = composer.gate(new PolicyReference(named.key(), event.gate().key()), project, type);
                if (isOf(gate) || policiesOf(event).anyMatch(this::isSamePolicy)) {
                    replayed.add(evaluate(moment, gate, past, then, Optional.of(event)));
                }
            }
        }
        if (moment.recorded().isEmpty()) {
            moment.entered().flatMap(status -> issue.reading().status(project, typeId, status.id(), status.name()).phase())
                    .flatMap(phase -> composer.ofPhase(phase, project, type)).filter(this::isOf)
                    .ifPresent(gate -> replayed.add(evaluate(moment, gate, past, then, Optional.empty())));
        }
        return replayed;
    }

    /** Which gate would have been asked is not known: of nothing that it may have asked it can be told what it had said. */
    private List<ReplayedGate> untold(ReplayMoment moment, ReplayedIssue issue, ScreenFields screen) {
        Optional<GateEvent> event = moment.recorded().stream().filter(GateReplay::isOfAPolicy).findFirst();
        if (event.isEmpty() && !moment.recorded().isEmpty()) {
            return List.of();
        }
        Gate gate = new Gate(policy, event.map(one -> one.gate().key()).orElse(""), "", Enforcement.ENFORCE, List.of(UNTOLD));
        PastIssue past = issue.at(moment, screen);
        return List.of(new ReplayedGate(moment, Evaluator.evaluate(gate, past, EvaluationContext.of(moment.at(), zone)), event, Set.of()));
    }

    private ReplayedGate evaluate(ReplayMoment moment, Gate gate, PastIssue past, List<Waiver> waivers, Optional<GateEvent> event) {
        Set<Integer> asRecorded = new HashSet<>();
        List<ConfiguredRule> rules = new ArrayList<>();
        for (int i = 0; i < gate.rules().size(); i++) {
            int place = i;
            ConfiguredRule rule = gate.rules().get(i);
            rules.add(event.flatMap(one -> recorded.resultOf(rule, gate.policyOf(place), one))
                    .map(result -> rule.examinedBy(new RecordedRules.Fallback(rule.rule(), result, () -> asRecorded.add(place))))
                    .orElse(rule));
        }
        EvaluationContext context = EvaluationContext.of(moment.at(), zone).by(moment.actor().orElse("")).at(past)
                .waivedBy(IssueWaivers.of(waivers, moment.at()));
        Evaluation evaluation = Evaluator.evaluate(new Gate(gate.policy(), gate.key(), gate.name(), gate.enforcement(), rules), past,
                context);
        return new ReplayedGate(moment, evaluation, event, asRecorded);
    }

    private boolean isOf(Gate gate) {
        return gate.policy().equals(policy) || gate.rules().stream().anyMatch(rule -> rule.policies().contains(policy));
    }

    private boolean isSamePolicy(PolicyVersion other) {
        return other.scope().equals(policy.scope()) && other.key().equals(policy.key());
    }

    private static boolean isOfAPolicy(GateEvent event) {
        return !PolicyVersion.recorded(event.gate().policy(), event.gate().version()).key().equals(PolicyVersion.OF_THE_WORKFLOW.key());
    }

    private static Stream<PolicyVersion> policiesOf(GateEvent event) {
        return Stream.concat(Stream.of(PolicyVersion.recorded(event.gate().policy(), event.gate().version())),
                event.results().stream().flatMap(entry -> entry.origin().stream()));
    }
}
