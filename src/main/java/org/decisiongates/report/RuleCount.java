package org.decisiongates.report;

import java.util.List;
import java.util.Map;

/**
 * How often a rule said what.
 *
 * @param rule     its key; empty text for gates without rules
 * @param counts   of how many issues it said what, passes aside
 * @param changes  how many of these compare how with what is in force
 * @param examples keys of the first issues of which it said the worst it said
 */
public record RuleCount(String rule, Map<ReportOutcome, Integer> counts, Map<OutcomeChange, Integer> changes, List<String> examples) {

    public RuleCount {
        counts = Map.copyOf(counts);
        changes = Map.copyOf(changes);
        examples = List.copyOf(examples);
    }

    public int count(ReportOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
