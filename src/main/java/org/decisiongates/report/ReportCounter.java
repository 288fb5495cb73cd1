package org.decisiongates.report;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.report.GateReport.Subject;

/** Makes a report, one issue after another. For one thread. */
public final class ReportCounter {

    /** How many entries a report holds; where there are more, what refuses is kept and the rest left out. */
    public static final int MAX_ENTRIES = 5_000;
    /** How many characters these have: written as JSON, each may take six times the room. */
    private static final int MAX_CHARACTERS = 1_000_000;
    /** Of rules that cannot be told, which say the same of every issue, so many are kept. */
    private static final int MAX_UNTOLD = 500;
    private static final int MAX_EXAMPLES = 3;
    private static final int MAX_NOTES = 20;

    private final Subject subject;
    private final Map<ReportOutcome, Integer> counts = new EnumMap<>(ReportOutcome.class);
    private final Map<OutcomeChange, Integer> changes = new EnumMap<>(OutcomeChange.class);
    private final Map<String, OfRule> rules = new HashMap<>();
    private final Map<ReportOutcome, Deque<ReportEntry>> entries = new EnumMap<>(ReportOutcome.class);
    private final Set<String> notes = new LinkedHashSet<>();
    private int kept;
    private int characters;
    private int omitted;

    public ReportCounter(Subject subject) {
        this.subject = subject;
    }

    /**
     * Counts one issue, or one transition that was made.
     *
     * @param outcome what all rules together say
     * @param change  how that compares with what is in force; empty where nothing is compared
     * @param found   each thing that is more than a pass
     */
    public void take(ReportOutcome outcome, Optional<OutcomeChange> change, List<ReportEntry> found) {
        counts.merge(outcome, 1, Integer::sum);
        change.ifPresent(one -> changes.merge(one, 1, Integer::sum));
        found.forEach(this::keep);
        found.stream().collect(Collectors.groupingBy(ReportEntry::rule))
                .forEach((rule, ofRule) -> rules.computeIfAbsent(rule, key -> new OfRule()).take(ofRule));
    }

    private void keep(ReportEntry entry) {
        Deque<ReportEntry> alike = entries.computeIfAbsent(entry.outcome(), outcome -> new ArrayDeque<>());
        if (entry.outcome() == ReportOutcome.CANNOT_TELL && alike.size() == MAX_UNTOLD) {
            omitted++;
            return;
        }
        alike.add(entry);
        kept++;
        characters += entry.length();
        while (kept > MAX_ENTRIES || characters > MAX_CHARACTERS) {
            leaveOut();
        }
    }

    /** Of what matters least, the last one. */
    private void leaveOut() {
        Deque<ReportEntry> least = entries.values().stream().filter(some -> !some.isEmpty()).reduce((worse, better) -> better)
                .orElseThrow();
        characters -= least.removeLast().length();
        kept--;
        omitted++;
    }

    /** What the reader has to know about the numbers, said once. */
    public void note(String text) {
        if (notes.size() < MAX_NOTES) {
            notes.add(text);
        }
    }

    public GateReport report() {
        List<RuleCount> byRule = rules.entrySet().stream().map(rule -> rule.getValue().count(rule.getKey()))
                .sorted(Comparator.comparingInt((RuleCount rule) -> rule.count(ReportOutcome.REFUSED) + rule.count(ReportOutcome.ERROR))
                        .thenComparingInt(rule -> rule.counts().values().stream().mapToInt(Integer::intValue).sum()).reversed()
                        .thenComparing(RuleCount::rule))
                .toList();
        return new GateReport(subject, counts, changes, byRule, entries.values().stream().flatMap(Deque::stream).toList(), omitted,
                List.copyOf(notes));
    }

    /** A rule that several gates before one issue ask counts once, as the worst it says. */
    private static final class OfRule {

        private final Map<ReportOutcome, Integer> counts = new EnumMap<>(ReportOutcome.class);
        private final Map<OutcomeChange, Integer> changes = new EnumMap<>(OutcomeChange.class);
        private final Map<ReportOutcome, Set<String>> examples = new EnumMap<>(ReportOutcome.class);

        void take(List<ReportEntry> found) {
            ReportEntry worst = found.stream().min(Comparator.comparing(ReportEntry::outcome)).orElseThrow();
            if (worst.outcome().compareTo(ReportOutcome.PASSED) < 0) {
                counts.merge(worst.outcome(), 1, Integer::sum);
            }
            found.stream().flatMap(row -> row.change().stream()).min(Comparator.naturalOrder())
                    .ifPresent(change -> changes.merge(change, 1, Integer::sum));
            Set<String> some = examples.computeIfAbsent(worst.outcome(), outcome -> new LinkedHashSet<>());
            if (some.size() < MAX_EXAMPLES) {
                some.add(worst.issue());
            }
        }

        RuleCount count(String rule) {
            return new RuleCount(rule, counts, changes, examples.values().stream().findFirst().map(List::copyOf).orElse(List.of()));
        }
    }
}
