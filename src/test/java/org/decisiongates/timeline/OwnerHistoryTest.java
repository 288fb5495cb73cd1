package org.decisiongates.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;

public class OwnerHistoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final OwnerHistory history = OwnerHistory.of(List.of(handover("2", "ben", "otto", 20), handover("1", "ann", "ben", 10),
            aChange().group("3").at(NOON.plusSeconds(30)).change()));

    @Test
    public void knowsTheOwnerOfEachMoment() {
        assertEquals(Optional.of("ann"), history.before(NOON));
        assertEquals("not yet", Optional.of("ann"), history.before(NOON.plusSeconds(10)));
        assertEquals(Optional.of("ben"), history.before(NOON.plusSeconds(11)));
        assertEquals(Optional.of("otto"), history.before(NOON.plusSeconds(60)));
    }

    @Test
    public void findsWhoeverWasTheOwnerForAMinute() {
        assertEquals(Set.of("ann", "ben", "otto"), history.since(NOON));
        assertEquals(Set.of("ben", "otto"), history.since(NOON.plusSeconds(11)));
        assertEquals(Set.of("otto"), history.since(NOON.plusSeconds(60)));
    }

    @Test
    public void saysNothingOfWhatIsNotWrittenDown() {
        assertEquals(Optional.empty(), OwnerHistory.of(List.of()).before(NOON));
        assertEquals(Optional.empty(), OwnerHistory.of(List.of(aChange().change())).before(NOON));
        assertEquals(Set.of(), OwnerHistory.of(List.of()).since(NOON));
        assertEquals("nobody", Set.of(), OwnerHistory.of(List.of(handover("1", "ann", "", 1))).since(NOON.plusSeconds(2)));
    }

    private static Change handover(String group, String from, String to, int seconds) {
        return aChange().group(group).item(Change.Item.OWNER).from(from).to(to).at(NOON.plusSeconds(seconds)).change();
    }
}
