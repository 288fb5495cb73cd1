package org.decisiongates.jira.owner;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

public class OwnerChangeTest {

    private static final Instant SINCE = Instant.parse("2026-11-20T09:00:00Z");
    private static final HistoryItem OWNER = new HistoryItem(true, "Owner", "ann", "Ann", "bob", "Bob");
    private static final HistoryItem ASSIGNEE = new HistoryItem(false, "assignee", "ann", "Ann", "bob", "Bob");

    @Test
    public void isTheLastOfEither() {
        assertEquals(Optional.of(new OwnerChange("cara", true)), last(group(1, "ann", 0, ASSIGNEE), group(2, "cara", 1, OWNER)));
        assertEquals(Optional.of(new OwnerChange("ann", false)), last(group(2, "ann", 1, ASSIGNEE), group(1, "cara", 1, OWNER)));
        assertEquals("the assignee counts", Optional.of(new OwnerChange("ann", false)), last(group(1, "ann", 0, OWNER, ASSIGNEE)));
    }

    @Test
    public void passesOverOtherFieldsAndWhatIsOlder() {
        HistoryItem other = new HistoryItem(true, "assignee", "", "", "bob", "Bob");
        HistoryItem ofJira = new HistoryItem(false, "Owner", "", "", "bob", "Bob");
        assertEquals(Optional.empty(), last(group(1, "ann", 0, other), group(2, "ann", 1, ofJira), group(3, "ann", -1, OWNER)));
        assertEquals(Optional.of(new OwnerChange("ann", true)), last(group(1, "ann", 0, OWNER), group(2, "cara", 1, other)));
    }

    private static Optional<OwnerChange> last(HistoryGroup... history) {
        return OwnerChange.last(List.of(history), Set.of("Owner"), SINCE);
    }

    private static HistoryGroup group(long id, String actor, long seconds, HistoryItem... items) {
        return new HistoryGroup(id, actor, SINCE.plusSeconds(seconds), Arrays.asList(items));
    }
}
