package org.decisiongates.report;

import java.time.Instant;
import java.util.Optional;

import org.decisiongates.text.Abbreviation;

/**
 * Something that a rule says of an issue, and that is more than a pass.
 *
 * @param issue      key of the issue
 * @param transition name of the transition, or of the phase, that the gate stands before
 * @param gate       the gate as {@code policy/gate}; empty text for rules that are written into a workflow
 * @param rule       key of the rule; empty text for a gate without rules
 * @param outcome    what would follow
 * @param change     how that compares with what is in force; empty where nothing is compared
 * @param reason     why, in the reader's language
 * @param at         when it happened; empty for today
 * @param actor      name of who did it; empty for nobody in particular
 */
public record ReportEntry(String issue, String transition, String gate, String rule, ReportOutcome outcome, Optional<OutcomeChange> change,
        String reason, Optional<Instant> at, Optional<String> actor) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 500;

    /** Longer texts are cut: a report of many entries has to be stored. */
    public ReportEntry {
        transition = Abbreviation.of(transition, LONGEST_NAME);
        gate = Abbreviation.of(gate, LONGEST_NAME);
        rule = Abbreviation.of(rule, LONGEST_NAME);
        reason = Abbreviation.of(reason, LONGEST_REASON);
        actor = actor.map(name -> Abbreviation.of(name, LONGEST_NAME));
    }

    /** Of its texts together. */
    int length() {
        return issue.length() + transition.length() + gate.length() + rule.length() + reason.length() + actor.map(String::length).orElse(0);
    }
}
