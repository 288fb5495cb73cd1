package org.decisiongates.jira.summary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Answers several questions one after the other for about a second, the first in any case, and marks the rest as not reached: a page that
 * asks waits two seconds, and shows what there is.
 */
final class TimedBatch {

    static final Duration MAX_TIME = Duration.ofSeconds(1);
    private static final String NOT_YET = "{\"status\":202}";

    private final LongSupplier nanos;

    /** @param nanos nanoseconds since some moment, as of {@link System#nanoTime} */
    TimedBatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param answer the answer to one question, as JSON */
    String answer(List<String> questions, UnaryOperator<String> answer) {
        long start = nanos.getAsLong();
        List<String> parts = new ArrayList<>();
        for (String question : questions) {
            parts.add(parts.isEmpty() || nanos.getAsLong() - start < MAX_TIME.toNanos() ? answer.apply(question) : NOT_YET);
        }
        return "{\"answers\":[" + String.join(",", parts) + "]}";
    }
}
