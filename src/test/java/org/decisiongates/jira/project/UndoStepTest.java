package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

import org.decisiongates.jira.project.SetupPlanLine.Kind;

public class UndoStepTest {

    private static final UndoStep INTENT = UndoStep.toMake(Kind.WORKFLOW_SCHEME, "SHOP; a=b\\c: workflows");

    @Test
    public void isReadAsItWasWritten() {
        for (UndoStep step : List.of(INTENT, INTENT.done(10001L, List.of("=jira", "10002=Review; and decide")),
                UndoStep.toChange(Kind.WORKFLOW_SCHEME, "Of \u201Cmine\u201D", 7L, "10001=Some workflow"))) {
            assertEquals(step, UndoStep.read(step.kind(), step.write()));
        }
    }

    @Test
    public void knowsItsSchemeByIdAndOneThatWasBeingMadeByNameAndDescription() {
        assertTrue(INTENT.isOf(5L, INTENT.name(), "Made by Decision Gates."));
        assertFalse("a stranger's", INTENT.isOf(5L, INTENT.name(), "Ours"));
        assertFalse(INTENT.isOf(5L, "Another", "Made by Decision Gates."));
        UndoStep done = INTENT.done(5L, List.of("a"));
        assertTrue("renamed since", done.isOf(5L, "Another", ""));
        assertFalse(done.isOf(6L, INTENT.name(), "Made by Decision Gates."));
    }

    @Test
    public void seesThatSomebodyHasChangedWhatWasMade() {
        UndoStep done = INTENT.done(5L, List.of("a", "b"));
        assertFalse(done.isEdited(List.of("b", "a"), true));
        assertTrue(done.isEdited(List.of("a"), true));
        assertTrue(done.isEdited(List.of("a", "b", "c"), true));
        assertFalse("removing it was interrupted", done.isEdited(List.of("a"), false));
        assertFalse("removing it was interrupted", done.isEdited(List.of(), false));
        assertTrue(done.isEdited(List.of("a", "c"), false));
        assertFalse("what was never finished", INTENT.isEdited(List.of("a"), true));
    }
}
