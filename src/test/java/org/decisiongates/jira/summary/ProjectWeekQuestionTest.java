package org.decisiongates.jira.summary;

import static org.junit.Assert.assertEquals;

import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.time.Week;

public class ProjectWeekQuestionTest {

    private static final Week SHOWN = Week.parse("2026-W47");

    @Test
    public void comparesWithAnEarlierWeekAndIgnoresWhatIsNone() {
        for (String[] asked : new String[][] {{"previous", "2026-W46"}, {"2026-W40", "2026-W40"}, {"2026-W47", ""}, {"2026-W48", ""},
                {"2026-W54", ""}, {"soon", ""}, {"", ""}, {null, ""}}) {
            assertEquals(asked[0], Optional.of(asked[1]).filter(week -> !week.isEmpty()).map(Week::parse),
                    new ProjectWeekQuestion(null, asked[0], null).options(SHOWN, ZoneOffset.UTC).since());
        }
    }

    @Test
    public void listsTheItemsOfWhoIsNamed() {
        assertEquals(Optional.of(new OwnerFilter("Maya Chen")), owner(" Maya Chen "));
        for (String nobody : new String[] {null, "", " ", "x".repeat(256)}) {
            assertEquals(nobody, Optional.empty(), owner(nobody));
        }
    }

    private static Optional<OwnerFilter> owner(String text) {
        return new ProjectWeekQuestion(null, null, text).options(SHOWN, ZoneOffset.UTC).owner();
    }
}
