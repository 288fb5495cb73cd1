package org.decisiongates.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;

public class ChangeTest {

    @Test
    public void isNamedByIssueGroupItemAndSubject() {
        assertEquals("7:0:CREATED", change(7, "0", Item.CREATED, "", "").identity());
        assertEquals("7:1200:LINK:8", change(7, "1200", Item.LINK, "8", "").identity());
        assertEquals("7:impact-3-2:IMPACT:3", change(7, "impact-3-2", Item.IMPACT, "3", "").identity());
    }

    @Test
    public void whatDiffersInItsNameIsAnotherChangeAndNothingElseIs() {
        Set<String> names = new HashSet<>();
        int count = 0;
        for (long issue : new long[] {1, 11}) {
            for (String group : new String[] {"0", "1", "11"}) {
                for (Item item : Item.values()) {
                    for (String subject : new String[] {"", "1", "11"}) {
                        names.add(change(issue, group, item, subject, "").identity());
                        count++;
                    }
                }
            }
        }
        assertEquals(count, names.size());
        assertEquals(change(1, "5", Item.PHASE, "", "OPEN").identity(), change(1, "5", Item.PHASE, "", "RESOLVED").identity());
        assertNotEquals(change(1, "5", Item.PHASE, "", "OPEN"), change(1, "5", Item.PHASE, "", "RESOLVED"));
    }

    @Test
    public void happensAtAMillisecond() {
        assertEquals(Instant.parse("2026-11-16T10:00:00.123Z"), change(1, "5", Item.SCOPE, "", "").at());
    }

    @Test
    public void namesFromANewerVersionMeanNothing() {
        for (Item item : Item.values()) {
            assertEquals(item, Item.stored(item.name()));
        }
        for (Kind kind : Kind.values()) {
            assertEquals(kind, Kind.stored(kind.name()));
        }
        assertEquals(Item.OTHER, Item.stored("RENAMED"));
        assertEquals(Item.OTHER, Item.stored("phase"));
        assertEquals(Kind.GATED, Kind.stored("EPIC"));
    }

    private static Change change(long issue, String group, Item item, String subject, String to) {
        return aChange().issue(issue, "SHOP-" + issue).kind(Kind.DECISION).group(group).item(item).subject(subject).to(to)
                .at(Instant.parse("2026-11-16T10:00:00.123456789Z")).change();
    }
}
