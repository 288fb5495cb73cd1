package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.Test;

public class DecisionPhaseTest {

    @Test
    public void isOpenUntilDecided() {
        assertEquals(EnumSet.of(DecisionPhase.DRAFT, DecisionPhase.IN_REVIEW),
                Arrays.stream(DecisionPhase.values()).filter(DecisionPhase::isOpen)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DecisionPhase.class))));
    }

    @Test
    public void isFoundByTheNameOfItsStatus() {
        for (DecisionPhase phase : DecisionPhase.values()) {
            assertEquals(Optional.of(phase), DecisionPhase.labelled(phase.label().toUpperCase(java.util.Locale.ROOT)));
        }
        assertEquals(Optional.empty(), DecisionPhase.labelled("Done"));
    }
}
