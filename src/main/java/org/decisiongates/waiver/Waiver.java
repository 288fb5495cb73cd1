package org.decisiongates.waiver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.waiver.WaiverStep.State;

/**
 * A waiver, with everything that happened to it.
 *
 * @param steps in order; the first one asks
 */
public record Waiver(List<WaiverStep> steps) {

    public Waiver {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a waiver without a step");
        }
    }

    /** The waivers of one issue, by number. */
    public static List<Waiver> of(List<WaiverStep> all) {
        TreeMap<Integer, List<WaiverStep>> byNumber = new TreeMap<>();
        all.forEach(step -> byNumber.computeIfAbsent(step.number(), number -> new ArrayList<>()).add(step));
        return byNumber.values().stream().map(steps -> {
            steps.sort(Comparator.comparingInt(WaiverStep::step));
            return new Waiver(steps);
        }).toList();
    }

    /** What it was at an earlier instant; empty where nobody had asked for it yet. */
    public Optional<Waiver> asOf(Instant instant) {
        List<WaiverStep> taken = steps.stream().filter(step -> !step.at().isAfter(instant)).toList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(new Waiver(taken));
    }

    /** Its number within the issue. */
    public int number() {
        return asked().number();
    }

    public WaivedRule rule() {
        return asked().rule();
    }

    /** Who asked, when and why. */
    public WaiverStep asked() {
        return steps.get(0);
    }

    /** Who decided or took it back, when and why; empty while nobody has. */
    public Optional<WaiverStep> decided() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(newest());
    }

    /** The step that counts. */
    public WaiverStep newest() {
        return steps.get(steps.size() - 1);
    }

    public State state() {
        return newest().state();
    }

    /** When it ends, exclusive. */
    public Instant until() {
        return asked().until();
    }

    /** Whether the rule may fail at this instant: it was granted, on a node whose clock may be ahead, and has not ended. */
    public boolean isActive(Instant instant) {
        return state() == State.GRANTED && instant.isBefore(until());
    }

    /** Whether it can still become active or is so. */
    public boolean isOpen(Instant instant) {
        return (state() == State.ASKED || state() == State.GRANTED) && instant.isBefore(until());
    }
}
