package org.decisiongates.summary;

import java.util.List;

/**
 * What the gates of the week said, in numbers.
 *
 * @param examined gates examined
 * @param rules    how often each rule refused, most often first
 */
public record GateTally(long examined, long passed, long refused, long failed, long waived, List<RuleCount> rules) {

    public GateTally {
        rules = List.copyOf(rules);
    }

    /** How often a rule refused. */
    public record RuleCount(String rule, long count) {
    }
}
