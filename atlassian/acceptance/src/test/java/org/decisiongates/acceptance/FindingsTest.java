package org.decisiongates.acceptance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class FindingsTest {

    private final Findings findings = new Findings();

    @Test
    public void hasALineForEveryAssumption() {
        assertEquals(Assumption.values().length, findings.all().size());
        assertTrue(line(Assumption.A1), line(Assumption.A1).startsWith("A1   cannot be told here"));
        assertTrue(line(Assumption.A1), line(Assumption.A1).endsWith("the run did not come this far"));
    }

    @Test
    public void keepsAFailureWhateverHoldsElsewhere() {
        findings.holds(Assumption.A3, "one page");
        findings.doesNotHold(Assumption.A3, "another page");
        findings.holds(Assumption.A3, "a third page");
        assertTrue(line(Assumption.A3), line(Assumption.A3).startsWith("A3   DOES NOT"));
        assertTrue(line(Assumption.A3), line(Assumption.A3).endsWith("| another page"));
    }

    @Test
    public void keepsWhatHoldsBesideWhatCannotBeTold() {
        findings.cannotBeTold(Assumption.A6, "no macro");
        findings.holds(Assumption.A6, "the panel");
        findings.holds(Assumption.A6, "a\npage");
        assertTrue(line(Assumption.A6), line(Assumption.A6).endsWith("| the panel; a page"));
    }

    private String line(Assumption assumption) {
        return findings.all().get(assumption.ordinal()).line();
    }
}
