package org.decisiongates.timeline;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.policy.RuleResult.Status;

public class GateEventTest {

    @Test
    public void namesTheRulesThatWereNotMetAndThoseWhoseResultOnlyANewerVersionKnows() {
        GateEvent event = aGateEvent().verdict(Status.FAILED).saying("has-owner", "PASSED").saying("has-due-date", "DEFERRED")
                .saying("has-fallback", "FAILED").saying("has-acceptance-criteria", "WAIVED").saying("is-approved", "NOT_EVALUABLE")
                .event();

        assertEquals(List.of("has-due-date", "has-fallback", "is-approved"), event.failedRules());
    }
}
