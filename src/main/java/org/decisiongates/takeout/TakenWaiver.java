package org.decisiongates.takeout;

import java.time.Instant;
import java.util.List;

/**
 * A waiver.
 *
 * @param number within its issue
 * @param policy key of the policy, as the journal of gates has it
 * @param field  id of the field that the rule reads; empty text for none
 * @param until  when it ends, exclusive
 * @param steps  what happened, the request first
 */
public record TakenWaiver(int number, String policy, String rule, String field, Instant until, List<Step> steps) {

    public TakenWaiver {
        steps = List.copyOf(steps);
    }

    /** @param actor user name */
    public record Step(String state, String actor, Instant at, String reason) {
    }
}
