package org.decisiongates.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A value and how it changed over time. */
final class Course<T> {

    private final T initial;
    private final List<Point<T>> points = new ArrayList<>();

    Course(T initial) {
        this.initial = initial;
    }

    /** Goes on with {@code value}; a time before the last one counts as the last one. */
    void put(Instant at, T value, String actor) {
        T before = last();
        Instant latest = points.isEmpty() ? at : points.get(points.size() - 1).at();
        if (!value.equals(before)) {
            points.add(new Point<>(before, value, at.isBefore(latest) ? latest : at, actor));
        }
    }

    T initial() {
        return initial;
    }

    T last() {
        return points.isEmpty() ? initial : points.get(points.size() - 1).to();
    }

    /** The value at {@code instant}, with what changed at that very instant. */
    T at(Instant instant) {
        return after(points.stream().filter(point -> !point.at().isAfter(instant)).count());
    }

    /** The value just before {@code instant}. */
    T before(Instant instant) {
        return after(points.stream().filter(point -> point.at().isBefore(instant)).count());
    }

    /** Every real change, in order. */
    List<Point<T>> points() {
        return List.copyOf(points);
    }

    /** The changes in {@code [from, until)}. */
    List<Point<T>> within(Instant from, Instant until) {
        return points.stream().filter(point -> !point.at().isBefore(from) && point.at().isBefore(until)).toList();
    }

    private T after(long changes) {
        return changes == 0 ? initial : points.get((int) changes - 1).to();
    }

    /** One change. */
    record Point<T>(T from, T to, Instant at, String actor) {
    }
}
