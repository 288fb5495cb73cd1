package org.decisiongates.waiver;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.waiver.WaiverStep.State;

public class OverlongWaiversTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** The tenth of November, in Berlin. */
    private static final Instant GRANTED = Instant.parse("2026-11-09T23:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");
    /** The whole of the twentieth. */
    private static final Instant UNTIL = Instant.parse("2026-11-20T23:00:00Z");

    @Test
    public void findsWaiversThatOutlastWhatThePolicyAllowsNow() {
        assertEquals("ten days as it was", 0, found(10, waiver(State.GRANTED, UNTIL)));
        assertEquals("nine days since", 1, found(9, waiver(State.GRANTED, UNTIL)));
        assertEquals("none at all since", 1, found(0, waiver(State.GRANTED, UNTIL)));
    }

    @Test
    public void looksAtActiveOnesAlone() {
        assertEquals("asked for", 0, found(0, new Waiver(List.of(asked(UNTIL)))));
        assertEquals("taken back", 0, found(0, waiver(State.WITHDRAWN, UNTIL)));
        assertEquals("over", 0, found(0, waiver(State.GRANTED, NOW)));
    }

    @Test
    public void leavesThoseAloneWhosePolicyIsGone() {
        assertEquals(List.of(), new OverlongWaivers(PoliciesInForce.NONE, ZONE).of(List.of(waiver(State.GRANTED, UNTIL)), NOW));
    }

    private static int found(int longestDays, Waiver waiver) {
        Policy policy = new Policy(new PolicyVersion("decision", 2), "Decisions", "decision", false,
                new WaiverTerms(List.of(), List.of(), longestDays), ApprovalTerms.NONE, Map.of(), List.of(), List.of());
        return new OverlongWaivers(new PoliciesInForce(List.of(policy), List.of()), ZONE).of(List.of(waiver), NOW).size();
    }

    private static Waiver waiver(State state, Instant until) {
        WaiverStep asked = asked(until);
        return new Waiver(List.of(asked, asked.next(state, "", "lead", GRANTED)));
    }

    private static WaiverStep asked(Instant until) {
        return new WaiverStep(1, 2, 1, 1, State.ASKED, new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"), "why", until,
                "asker", GRANTED.minusSeconds(60));
    }
}
