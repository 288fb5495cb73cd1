package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects what became of the hypotheses of one issue, and of the evidence that tests them. The changes of one row are ordered by the
 * versions that they made: these have no gap, while the clocks of two nodes may disagree on which came first.
 */
final class HypothesisHistoryBuilder {

    private final Map<String, List<Step<Optional<HypothesisHistory.Stand>>>> stands = new TreeMap<>();
    /** By row of evidence: the row of the hypothesis that it tests, empty text for none. */
    private final Map<String, List<Step<String>>> evidence = new TreeMap<>();

    /** @param version of the row, once it had changed */
    private record Step<T>(int version, T value, Instant at, String actor) {
    }

    /** @param stand empty once it was removed, and where it cannot be read */
    void hypothesis(Change change, Optional<HypothesisHistory.Stand> stand, Instant at) {
        stands.computeIfAbsent(change.subject(), row -> new ArrayList<>()).add(step(change, stand, at));
    }

    /** @param hypothesis the row of the hypothesis that it tests; empty text for none, and once it was removed */
    void evidence(Change change, String hypothesis, Instant at) {
        evidence.computeIfAbsent(change.subject(), row -> new ArrayList<>()).add(step(change, hypothesis, at));
    }

    List<HypothesisHistory> build() {
        List<TemporalValue<String>> tests = evidence.values().stream().map(steps -> inOrder(steps, "")).toList();
        return stands.entrySet().stream().map(one -> new HypothesisHistory(inOrder(one.getValue(), Optional.empty()), tests.stream()
                .filter(tested -> tested.points().stream().anyMatch(point -> point.to().equals(one.getKey())))
                .map(tested -> testing(tested, one.getKey())).toList())).toList();
    }

    private static <T> Step<T> step(Change change, T value, Instant at) {
        String version = change.group().substring(change.group().lastIndexOf('-') + 1);
        return new Step<>(version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : Integer.MAX_VALUE, value, at, change.actor());
    }

    private static <T> TemporalValue<T> inOrder(List<Step<T>> steps, T initial) {
        TemporalValue<T> value = new TemporalValue<>(initial);
        steps.stream().sorted(Comparator.comparingInt(Step::version)).forEach(step -> value.put(step.at(), step.value(), step.actor()));
        return value;
    }

    private static TemporalValue<Boolean> testing(TemporalValue<String> tested, String row) {
        TemporalValue<Boolean> testing = new TemporalValue<>(false);
        tested.points().forEach(point -> testing.put(point.at(), point.to().equals(row), point.actor()));
        return testing;
    }
}
