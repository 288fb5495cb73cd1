package org.decisiongates.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.timeline.GateEvent.Outcome;

/**
 * What gates did over a time.
 *
 * @param timeline in order of time, each day or week of it, also those without gates
 * @param rules    that refused, most often first
 */
public record GateInsight(List<Bucket> timeline, List<RuleRefusals> rules) {

    public GateInsight {
        timeline = List.copyOf(timeline);
        rules = List.copyOf(rules);
    }

    /** How many gates had each outcome. */
    public Map<Outcome, Long> totals() {
        Map<Outcome, Long> totals = new EnumMap<>(Outcome.class);
        timeline.forEach(bucket -> bucket.counts().forEach((outcome, count) -> totals.merge(outcome, count, Long::sum)));
        return totals;
    }

    /** How many gates were evaluated. */
    public long evaluated() {
        return timeline.stream().mapToLong(Bucket::evaluated).sum();
    }

    /**
     * A day, or a week.
     *
     * @param start its first day
     */
    public record Bucket(LocalDate start, Map<Outcome, Long> counts) {

        public Bucket {
            counts = Map.copyOf(counts);
        }

        public long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        public long evaluated() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * How often a rule refused, and what became of it. Refusals of one gate on one issue in a row are one attempt: it begins with the first
     * of them and ends when that gate lets the issue through.
     *
     * @param refused       gates that the rule refused
     * @param attempts      on issues that exist
     * @param passedLater   attempts that ended
     * @param medianUntilPassed of these; empty for none, and where there were too many to keep
     */
    public record RuleRefusals(String rule, long refused, long attempts, long passedLater, Optional<Duration> medianUntilPassed) {
    }
}
