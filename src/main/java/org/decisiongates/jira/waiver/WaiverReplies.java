package org.decisiongates.jira.waiver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.decisiongates.waiver.WaiverService.Rights;
import org.decisiongates.waiver.WaiverStep;

/** What is answered about waivers; the components are the members of the JSON. */
final class WaiverReplies {

    private WaiverReplies() {
    }

    /** The waivers of an issue, newest first. */
    record Waivers(String issue, List<Waiver> waivers) {
    }

    /**
     * @param step        the step that counts; whoever does something to the waiver says that they have seen it
     * @param policy      key of the policy as the journal has it
     * @param field       id of the field that the rule reads; empty text for none
     * @param active      whether the rule may fail now
     * @param until       the last day on which it may, in Jira's default zone
     * @param endsAt      the instant at which it no longer may
     * @param mayDecide   whether the caller may grant or decline it
     * @param mayWithdraw whether the caller may take it back
     * @param steps       what happened, the request first
     */
    record Waiver(int number, int step, String policy, String rule, String field, WaiverStep.State state, boolean active, LocalDate until,
            Instant endsAt, boolean mayDecide, boolean mayWithdraw, List<Step> steps) {

        static Waiver of(org.decisiongates.waiver.Waiver waiver, Rights rights, Instant now, LocalDate lastDay) {
            return new Waiver(waiver.number(), waiver.newest().step(), waiver.rule().journalKey(), waiver.rule().rule(),
                    waiver.rule().field(), waiver.state(), waiver.isActive(now), lastDay, waiver.until(), rights.decide(),
                    rights.withdraw(), waiver.steps().stream().map(Step::of).toList());
        }
    }

    /** @param actor user key */
    record Step(WaiverStep.State state, String actor, Instant at, String reason) {

        static Step of(WaiverStep step) {
            return new Step(step.state(), step.actor(), step.at(), step.reason());
        }
    }
}
