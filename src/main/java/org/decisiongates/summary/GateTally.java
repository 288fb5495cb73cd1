package org.decisiongates.summary;

import java.util.List;

/**
 * What the gates of the week said, in numbers.
 *
 * @param evaluated gates evaluated
 * @param rules    how often each rule refused, most often first
 */
public record GateTally(long evaluated, long passed, long refused, long failed, long waived, List<RuleCount> rules) {

    public GateTally {
        rules = List.copyOf(rules);
    }

    /** How often a rule refused. */
    public record RuleCount(String rule, long count) {
    }
}
