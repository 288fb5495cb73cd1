package org.decisiongates.report;

import java.util.List;
import java.util.Map;

/**
 * What gates say of many issues.
 *
 * @param subject what is counted
 * @param counts  how many there are of each outcome
 * @param changes how many compare how with what is in force; none where nothing is compared
 * @param rules   the same by rule, the one that refuses most first
 * @param entries each thing that is more than a pass: what refuses first, then by {@link ReportOutcome}, and what is alike in the order in
 *                which issues were looked at
 * @param omitted how many entries there are beyond these
 * @param notes   what the reader has to know about the numbers, in the reader's language
 */
public record GateReport(Subject subject, Map<ReportOutcome, Integer> counts, Map<OutcomeChange, Integer> changes, List<RuleCount> rules,
        List<ReportEntry> entries, int omitted, List<String> notes) {

    /** What is counted. Stored by name. */
    public enum Subject {
        /** Issues as they are. */
        ISSUE,
        /** Transitions that were made. */
        TRANSITION
    }

    public GateReport {
        counts = Map.copyOf(counts);
        changes = Map.copyOf(changes);
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    public int count(ReportOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** How many gates were asked about. */
    public int asked() {
        return total() - count(ReportOutcome.NOT_ASKED);
    }

    /** How many were looked at. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many would be refused, for whatever reason. */
    public int refused() {
        return count(ReportOutcome.REFUSED) + count(ReportOutcome.ERROR);
    }
}
