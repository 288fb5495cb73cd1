package org.decisiongates.jira.platform.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * What went wrong on this node since the app started, by kind, as a support zip tells it: names of classes and lines of the app, and no
 * message, which may hold anything. What stands in the log is told there in full.
 */
@JiraComponent
public class ErrorCounts {

    /** Kinds beyond these are counted together. */
    static final int MAX_KINDS = 100;

    private static final String OTHERS = "others";
    private static final String APP = "org.decisiongates.";

    private final Clock clock;
    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();

    public ErrorCounts(Clock clock) {
        this.clock = clock;
    }

    /** @param where which part of the app noticed it, in kebab case */
    public void add(String where, Throwable thrown) {
        Kind kind = new Kind(where, thrown.getClass().getName(), place(thrown));
        counts.merge(counts.size() < MAX_KINDS || counts.containsKey(kind) ? kind : new Kind(OTHERS, "", ""), new Count(1, clock.instant()),
                (before, one) -> new Count(before.times() + 1, one.last()));
    }

    /** By where, kind and place. */
    public List<ErrorCount> all() {
        return counts.entrySet().stream()
                .map(entry -> new ErrorCount(entry.getKey().where(), entry.getKey().thrown(), entry.getKey().place(),
                        entry.getValue().times(), entry.getValue().last()))
                .sorted(Comparator.comparing(ErrorCount::where).thenComparing(ErrorCount::thrown).thenComparing(ErrorCount::place))
                .toList();
    }

    /** The innermost line of the app on the way to what was thrown. */
    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith(APP)).findFirst()
                .map(frame -> frame.getClassName().substring(APP.length()) + ":" + frame.getLineNumber()).orElse("");
    }

    private record Kind(String where, String thrown, String place) {
    }

    private record Count(long times, Instant last) {
    }
}
