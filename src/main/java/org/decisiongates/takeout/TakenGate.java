package org.decisiongates.takeout;

import java.time.Instant;
import java.util.List;

/**
 * What a gate said before a transition, as the journal of gates has it.
 *
 * @param actor  user name of who moved the issue; empty text for nobody logged in
 * @param source the way the transition was asked for, {@code SCREEN}
 * @param failed names of the rules that were not met
 */
public record TakenGate(Instant at, String transition, String actor, String source, String policy, int version, String gate,
        String outcome, List<String> failed) {

    public TakenGate {
        failed = List.copyOf(failed);
    }
}
