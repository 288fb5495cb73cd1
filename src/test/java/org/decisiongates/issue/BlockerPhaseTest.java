package org.decisiongates.issue;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.Test;

public class BlockerPhaseTest {

    @Test
    public void isOpenUntilResolvedAcceptedOrFallenBackFrom() {
        assertEquals(EnumSet.of(BlockerPhase.OPEN, BlockerPhase.RESOLVING, BlockerPhase.ESCALATED),
                Arrays.stream(BlockerPhase.values()).filter(BlockerPhase::isOpen)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BlockerPhase.class))));
    }

    @Test
    public void isFoundByTheNameOfItsStatus() {
        for (BlockerPhase phase : BlockerPhase.values()) {
            assertEquals(Optional.of(phase), BlockerPhase.labelled(phase.label().toLowerCase(java.util.Locale.ROOT)));
        }
        assertEquals(Optional.empty(), BlockerPhase.labelled("Done"));
    }
}
