package org.decisiongates.timeline;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.timeline.GateEvent.Outcome;

public class GateEventTest {

    @Test
    public void namesTheRulesThatWereNotMetAndThoseWhoseResultOnlyANewerVersionKnows() {
        GateEvent event = aGateEvent().verdict(Status.FAILED).saying("has-owner", "PASSED").saying("has-due-date", "DEFERRED")
                .saying("has-fallback", "FAILED").saying("has-acceptance-criteria", "WAIVED").saying("is-approved", "NOT_EVALUABLE")
                .event();

        assertEquals(List.of("has-due-date", "has-fallback", "is-approved"), event.failedRules());
    }

    @Test
    public void countsEachRuleByItsOwnEnforcement() {
        record Case(String enforcement, String result, Outcome expected) {
        }
        for (Case one : List.of(new Case("ENFORCE", "PASSED", Outcome.PASSED), new Case("ENFORCE", "NOT_APPLICABLE", Outcome.PASSED),
                new Case("ENFORCE", "WAIVED", Outcome.WAIVED), new Case("ENFORCE", "FAILED", Outcome.REFUSED),
                new Case("ENFORCE", "NOT_EVALUABLE", Outcome.REFUSED), new Case("ENFORCE", "ERROR", Outcome.ERROR),
                new Case("ENFORCE", "DEFERRED", Outcome.REFUSED), new Case("QUARANTINE", "FAILED", Outcome.REFUSED),
                new Case("ADVISE", "FAILED", Outcome.ADVISED), new Case("ADVISE", "ERROR", Outcome.ADVISED),
                new Case("ADVISE", "DEFERRED", Outcome.ADVISED), new Case("ADVISE", "WAIVED", Outcome.WAIVED),
                new Case("EVALUATE", "FAILED", Outcome.EVALUATED), new Case("EVALUATE", "ERROR", Outcome.EVALUATED),
                new Case("EVALUATE", "PASSED", Outcome.PASSED), new Case("OFF", "FAILED", Outcome.PASSED))) {
            GateEvent event = aGateEvent().saying("has-owner", "PASSED").saying("has-due-date", one.result(), one.enforcement(),
                    Optional.empty()).event();
            assertEquals(one.toString(), one.expected(), event.outcome());
            assertEquals(one.toString(), one.expected() != Outcome.REFUSED && one.expected() != Outcome.ERROR, event.letsThrough());
            assertEquals(one.toString(), event.letsThrough() ? List.of() : List.of("has-due-date"), event.refusingRules());
        }
    }

    @Test
    public void takesTheWeightiestOutcomeOfSeveralRules() {
        RecordedGates gate = aGateEvent();
        assertEquals(Outcome.PASSED, gate.event().outcome());
        assertEquals(Outcome.EVALUATED, gate.saying("a", "FAILED", "EVALUATE", Optional.empty()).verdict(Status.FAILED).event().outcome());
        assertEquals(Outcome.ADVISED, gate.saying("b", "ERROR", "ADVISE", Optional.empty()).verdict(Status.ERROR).event().outcome());
        assertEquals(Outcome.WAIVED, gate.saying("c", "WAIVED", "ENFORCE", Optional.empty()).event().outcome());
        assertEquals(Outcome.REFUSED, gate.saying("d", "FAILED", "ENFORCE", Optional.empty()).event().outcome());
        assertEquals(Outcome.ERROR, gate.saying("e", "ERROR", "ENFORCE", Optional.empty()).event().outcome());
        assertEquals(List.of("d", "e"), gate.event().refusingRules());
    }

    @Test
    public void goesByTheGateWhereNoRuleExplainsTheVerdict() {
        assertEquals(Outcome.ERROR, aGateEvent().verdict(Status.ERROR).event().outcome());
        assertEquals(Outcome.ADVISED, aGateEvent().verdict(Status.ERROR).enforced("ADVISE").event().outcome());
        assertEquals(Outcome.EVALUATED, aGateEvent().verdict(Status.FAILED).enforced("EVALUATE").event().outcome());
        assertEquals(Outcome.PASSED, aGateEvent().verdict(Status.NOT_APPLICABLE).enforced("OFF").event().outcome());
        assertEquals(Outcome.WAIVED, aGateEvent().verdict(Status.WAIVED).event().outcome());
        assertEquals(Outcome.REFUSED, aGateEvent().saying("has-owner", "PASSED").verdict("DEFERRED").event().outcome());
    }
}
