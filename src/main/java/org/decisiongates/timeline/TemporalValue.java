package org.decisiongates.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A value and how it changed over time. */
public final class TemporalValue<T> {

    private final T initial;
    private final List<Point<T>> points = new ArrayList<>();

    TemporalValue(T initial) {
        this.initial = initial;
    }

    /** Continues with {@code value}; a time before the last one counts as the last one. */
    void put(Instant at, T value, String actor) {
        T before = last();
        Instant latest = points.isEmpty() ? at : points.get(points.size() - 1).at();
        if (!value.equals(before)) {
            points.add(new Point<>(before, value, at.isBefore(latest) ? latest : at, actor));
        }
    }

    /** Whether it changed at {@code instant} or later. */
    boolean changedSince(Instant instant) {
        return !points.isEmpty() && !points.get(points.size() - 1).at().isBefore(instant);
    }

    public T initial() {
        return initial;
    }

    T last() {
        return points.isEmpty() ? initial : points.get(points.size() - 1).to();
    }

    /** The value at {@code instant}, with what changed at that very instant. */
    T at(Instant instant) {
        return after(first(instant, true));
    }

    /** The value just before {@code instant}. */
    public T before(Instant instant) {
        return after(first(instant, false));
    }

    /** Every real change, in order. */
    public List<Point<T>> points() {
        return Collections.unmodifiableList(points);
    }

    /** The changes in {@code [from, until)}. */
    public List<Point<T>> within(Instant from, Instant until) {
        int first = first(from, false);
        return points.subList(first, Math.max(first, first(until, false)));
    }

    private T after(int changes) {
        return changes == 0 ? initial : points.get(changes - 1).to();
    }

    /**
     * The first change that is later, or, unless those at the very instant are passed over, not earlier. Timelines are asked this millions
     * of times.
     */
    private int first(Instant instant, boolean later) {
        int index = 0;
        while (index < points.size() && points.get(index).at().compareTo(instant) < (later ? 1 : 0)) {
            index++;
        }
        return index;
    }

    /** One change. */
    public record Point<T>(T from, T to, Instant at, String actor) {
    }
}
