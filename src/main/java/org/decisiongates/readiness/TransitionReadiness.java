package org.decisiongates.readiness;

import java.util.ArrayList;
import java.util.List;

import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.RuleResult;

/**
 * What the gates of one transition find of an issue before anybody makes it.
 *
 * @param id    the host's id of the transition in its workflow
 * @param name  what people call it
 * @param rules what each rule says, in the order in which the gates answer
 */
public record TransitionReadiness(int id, String name, List<RuleReadiness> rules) {

    /** In one word, whether the gates would let the issue through if nothing changed in between. */
    public enum State {
        /** They would. */
        READY,
        /** As far as they can be evaluated now: the rest is asked when the transition is made. */
        ASKED_AT_TRANSITION,
        /** They would refuse. */
        MISSING
    }

    public TransitionReadiness {
        rules = List.copyOf(rules);
    }

    static TransitionReadiness of(GatedTransition transition, List<Evaluation> evaluations) {
        List<RuleReadiness> rules = new ArrayList<>();
        evaluations.forEach(evaluation -> rules.addAll(rulesOf(evaluation)));
        return new TransitionReadiness(transition.id(), transition.name(), rules);
    }

    /** What each rule says that was asked; a gate that holds none says so itself. */
    public static List<RuleReadiness> rulesOf(Evaluation evaluation) {
        if (evaluation.gate().rules().isEmpty()) {
            return evaluation.findings().isEmpty() ? List.of()
                    : List.of(new RuleReadiness("", RuleResult.Status.ERROR, evaluation.gate().enforcement(), evaluation.findings(),
                            List.of(evaluation.gate().policy()), ""));
        }
        List<RuleResult> results = evaluation.results();
        List<RuleReadiness> rules = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            rules.add(RuleReadiness.of(evaluation.gate(), i, results.get(i)));
        }
        return rules;
    }

    /** Whether it can be made as the issue is. */
    public State state() {
        if (rules.stream().anyMatch(RuleReadiness::isMissing)) {
            return State.MISSING;
        }
        return rules.stream().anyMatch(RuleReadiness::refuses) ? State.ASKED_AT_TRANSITION : State.READY;
    }
}
