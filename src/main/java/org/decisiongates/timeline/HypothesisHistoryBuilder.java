package org.decisiongates.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what became of the hypotheses of one issue, and of the evidence that tests them. */
final class HypothesisHistoryBuilder {

    private final Map<String, TemporalValue<Optional<HypothesisHistory.Stand>>> stands = new TreeMap<>();
    /** By row of evidence: the row of the hypothesis that it tests, empty text for none. */
    private final Map<String, TemporalValue<String>> evidence = new TreeMap<>();

    /** @param stand empty once it was removed, and where it cannot be read */
    void hypothesis(String row, Optional<HypothesisHistory.Stand> stand, Instant at, String actor) {
        stands.computeIfAbsent(row, id -> new TemporalValue<>(Optional.empty())).put(at, stand, actor);
    }

    /** @param hypothesis the row of the hypothesis that it tests; empty text for none, and once it was removed */
    void evidence(String row, String hypothesis, Instant at, String actor) {
        evidence.computeIfAbsent(row, id -> new TemporalValue<>("")).put(at, hypothesis, actor);
    }

    List<HypothesisHistory> build() {
        return stands.entrySet().stream().map(one -> new HypothesisHistory(one.getValue(), evidence.values().stream()
                .filter(tested -> tested.points().stream().anyMatch(point -> point.to().equals(one.getKey())))
                .map(tested -> testing(tested, one.getKey())).toList())).toList();
    }

    private static TemporalValue<Boolean> testing(TemporalValue<String> tested, String row) {
        TemporalValue<Boolean> testing = new TemporalValue<>(false);
        tested.points().forEach(point -> testing.put(point.at(), point.to().equals(row), point.actor()));
        return testing;
    }
}
