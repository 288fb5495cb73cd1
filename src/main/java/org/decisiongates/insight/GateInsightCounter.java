package org.decisiongates.insight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.decisiongates.insight.GateInsight.Bucket;
import org.decisiongates.insight.GateInsight.RuleRefusals;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.Outcome;

/** Counts gates, which it is given newest first. */
public final class GateInsightCounter {

    /** Longer times are shown by week. */
    private static final int MOST_DAYS = 31;
    /** More would cost too much memory; medians are then left out rather than wrong. */
    private static final int MAX_ATTEMPTS = 20_000;

    private final ZoneId zone;
    private final boolean byDay;
    private final Map<LocalDate, Map<Outcome, Long>> timeline = new TreeMap<>();
    private final Map<String, Tally> rules = new TreeMap<>();
    private final Map<Gate, Attempt> attempts = new HashMap<>();
    private boolean tooMany;

    /**
     * @param from  the first day
     * @param until the last day
     * @param zone  that days are meant in
     */
    public GateInsightCounter(LocalDate from, LocalDate until, ZoneId zone) {
        this.zone = zone;
        this.byDay = from.plusDays(MOST_DAYS).isAfter(until);
        for (LocalDate start = start(from); !start.isAfter(until); start = byDay ? start.plusDays(1) : start.plusWeeks(1)) {
            timeline.put(start, new EnumMap<>(Outcome.class));
        }
    }

    /** Counts a gate; those of hidden issues are for the caller to leave out. */
    public void take(GateEvent event) {
        Outcome outcome = event.outcome();
        timeline.computeIfAbsent(start(event.at().atZone(zone).toLocalDate()), day -> new EnumMap<>(Outcome.class))
                .merge(outcome, 1L, Long::sum);
        event.refusingRules().stream().distinct().forEach(rule -> tally(rule).refused++);
        if (event.issueId().isPresent()) {
            follow(Gate.of(event), event);
        }
    }

    /** What was counted; nothing can be counted after it. */
    public GateInsight insight() {
        attempts.values().forEach(this::end);
        return new GateInsight(timeline.entrySet().stream().map(day -> new Bucket(day.getKey(), day.getValue())).toList(),
                rules.entrySet().stream().map(rule -> rule.getValue().refusals(rule.getKey(), tooMany))
                        .filter(rule -> rule.refused() > 0)
                        .sorted(Comparator.comparing(RuleRefusals::refused).reversed()).toList());
    }

    /** Time runs backwards here: what lets the issue through is seen before what refused it. */
    private void follow(Gate gate, GateEvent event) {
        if (attempts.size() >= MAX_ATTEMPTS && !attempts.containsKey(gate)) {
            tooMany = true;
        } else if (event.letsThrough()) {
            Optional.ofNullable(attempts.put(gate, new Attempt(Optional.of(event.at())))).ifPresent(this::end);
        } else {
            Attempt attempt = attempts.computeIfAbsent(gate, key -> new Attempt(Optional.empty()));
            attempt.begun = Optional.of(event.at());
            attempt.rules.addAll(event.refusingRules());
        }
    }

    private void end(Attempt attempt) {
        attempt.begun.ifPresent(begun -> attempt.rules.forEach(rule -> {
            Tally tally = tally(rule);
            tally.attempts++;
            attempt.passed.ifPresent(passed -> tally.untilPassed.add(Duration.between(begun, passed)));
        }));
    }

    private Tally tally(String rule) {
        return rules.computeIfAbsent(rule, name -> new Tally());
    }

    private LocalDate start(LocalDate day) {
        return byDay ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** One gate on one issue; gates that are written into a workflow have no key, and are told apart by what they ask. */
    private record Gate(long issueId, String workflow, int actionId, String policy, String key, String settings) {

        static Gate of(GateEvent event) {
            return new Gate(event.issueId().getAsLong(), event.workflow(), event.actionId(), event.gate().policy(), event.gate().key(),
                    event.gate().version() == 0 ? event.gate().settingsHash() : "");
        }
    }

    private static final class Attempt {

        private final Optional<Instant> passed;
        private final Set<String> rules = new HashSet<>();
        private Optional<Instant> begun = Optional.empty();

        Attempt(Optional<Instant> passed) {
            this.passed = passed;
        }
    }

    private static final class Tally {

        private final List<Duration> untilPassed = new ArrayList<>();
        private long refused;
        private long attempts;

        RuleRefusals refusals(String rule, boolean withoutMedian) {
            untilPassed.sort(Comparator.naturalOrder());
            int size = untilPassed.size();
            Optional<Duration> median = size == 0 || withoutMedian ? Optional.empty()
                    : Optional.of(untilPassed.get((size - 1) / 2).plus(untilPassed.get(size / 2)).dividedBy(2));
            return new RuleRefusals(rule, refused, attempts, size, median);
        }
    }
}
