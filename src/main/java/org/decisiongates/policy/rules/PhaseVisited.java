package org.decisiongates.policy.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;

/**
 * Fails for an issue that skipped a phase. The phase it stands in counts.
 *
 * @param phases names of phases
 * @param all    whether it has to have been in each of them, and not only in one
 */
public record PhaseVisited(List<String> phases, boolean all) implements Rule {

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("phase-visited",
            List.of(Setting.phases("phases", DecisionPhase.IN_REVIEW), Setting.choice("required", "any", "all")),
            Set.of(Need.HISTORY),
            List.of(RuleExample.passes("it was in review before it was decided",
                    movedTo(DecisionPhase.IN_REVIEW, DecisionPhase.DECIDED)),
                    RuleExample.passes("it is in review", movedTo(DecisionPhase.IN_REVIEW)),
                    RuleExample.passes("it was in one of two phases, and one is enough", movedTo(DecisionPhase.REJECTED))
                            .with(Map.of("phases", "DECIDED\nREJECTED")),
                    RuleExample.fails("it was decided without a review", movedTo(DecisionPhase.DECIDED),
                            "decision-gates.rule.phase-visited.missing"),
                    RuleExample.fails("it was in one of two phases, and both are asked for", movedTo(DecisionPhase.IN_REVIEW),
                            "decision-gates.rule.phase-visited.missing")
                            .with(Map.of("phases", "IN_REVIEW\nLIVE", "required", "all"))),
            settings -> new PhaseVisited(settings.list("phases"), settings.text("required").equals("all")));

    private static final Map<String, String> LABELS = Stream.concat(
            Arrays.stream(DecisionPhase.values()).map(phase -> Map.entry(phase.name(), phase.label())),
            Arrays.stream(BlockerPhase.values()).map(phase -> Map.entry(phase.name(), phase.label())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (some, same) -> some));

    public PhaseVisited {
        phases = List.copyOf(phases);
    }

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        Set<String> visited = issue.phasesVisited();
        List<String> skipped = phases.stream().filter(phase -> !visited.contains(phase)).toList();
        if (all ? skipped.isEmpty() : skipped.size() < phases.size()) {
            return RuleResult.passed();
        }
        return RuleResult.failed(Finding.general("decision-gates.rule.phase-visited.missing",
                skipped.stream().map(LABELS::get).collect(Collectors.joining(", "))));
    }

    private static IssueSnapshot movedTo(DecisionPhase... phases) {
        IssueSnapshot issue = IssueSnapshot.EMPTY;
        for (DecisionPhase phase : phases) {
            issue = issue.movedTo(IssueSnapshot.statusOf(phase));
        }
        return issue;
    }
}
