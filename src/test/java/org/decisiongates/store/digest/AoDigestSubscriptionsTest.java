package org.decisiongates.store.digest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.digest.DigestSendClaim;
import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.store.AoDatabase;

@RunWith(Parameterized.class)
public class AoDigestSubscriptionsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00.123Z");
    private static final DigestTime MONDAY = new DigestTime(DayOfWeek.MONDAY, 8);
    private static final DigestTime FRIDAY = new DigestTime(DayOfWeek.FRIDAY, 23);

    private final ActiveObjects ao;
    private final AoDigestSubscriptions digests;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoDigestSubscriptionsTest(AoDatabase kind) throws SQLException {
        ao = kind.open().ao();
        digests = new AoDigestSubscriptions(ao);
    }

    @Test
    public void keepsOneOfAPersonAndProject() {
        digests.put(wanted("ann", 10000, MONDAY, true));
        digests.put(wanted("ann", 10001, MONDAY, true));
        digests.put(wanted("x".repeat(255), 10000, MONDAY, true));
        digests.put(wanted("ann", 10000, FRIDAY, false));

        assertEquals(List.of("ann 10000 FRIDAY 23 false false", "ann 10001 MONDAY 8 true false"), told(digests.ofPerson("ann")));
        assertEquals(List.of("ann", "x".repeat(255)), digests.ofProject(10000).stream().map(DigestSubscription::person).toList());
        assertEquals(Optional.of(FRIDAY), digests.of("ann", 10000).map(DigestSubscription::time));
        assertEquals(Optional.empty(), digests.of("ann", 10002));
        digests.remove("ann", 10001);
        digests.remove("ann", 10001);
        assertEquals(1, digests.ofPerson("ann").size());
    }

    @Test
    public void givesThoseThatHaveNotEnded() {
        digests.put(wanted("ann", 10000, MONDAY, true));
        digests.put(wanted("bob", 10000, MONDAY, true));
        digests.put(digests.of("ann", 10000).orElseThrow().end());

        assertEquals(List.of("bob"), digests.behind(0).stream().map(DigestSubscription::person).toList());
        assertEquals(List.of(), digests.behind(digests.of("bob", 10000).orElseThrow().id()));
        assertTrue(digests.of("ann", 10000).orElseThrow().ended());
    }

    @Test
    public void keepsQuietDays() {
        DigestTime none = new DigestTime(DayOfWeek.MONDAY, 8, Set.of());
        DigestTime six = new DigestTime(DayOfWeek.MONDAY, 8, EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY));
        for (DigestTime time : List.of(none, six, MONDAY)) {
            digests.put(wanted("ann", 10000, time, true));
            assertEquals(Optional.of(time), digests.of("ann", 10000).map(DigestSubscription::time));
        }
        Arrays.stream(ao.find(DigestRow.class, Query.select())).forEach(row -> {
            row.setQuietDays(null);
            row.save();
        });
        assertEquals("of a version that knew weekends alone", Optional.of(MONDAY), digests.of("ann", 10000).map(DigestSubscription::time));
    }

    @Test
    public void claimsADigestOnce() {
        assertTrue(digests.claim(1, "2026-W48", NINE));
        assertFalse(digests.claim(1, "2026-W48", NINE.plusSeconds(1)));
        assertTrue("the next week", digests.claim(1, "2026-W49", NINE.plusSeconds(2)));
        assertTrue("another's", digests.claim(2, "2026-W48", NINE));
        assertEquals(List.of(new DigestSendClaim(1, "2026-W48", NINE), new DigestSendClaim(1, "2026-W49", NINE.plusSeconds(2))),
                digests.claimed(List.of(1L, 3L)));
        assertEquals(List.of(), digests.claimed(List.of()));

        digests.release(1, "2026-W48");
        assertTrue("given back", digests.claim(1, "2026-W48", NINE));
        digests.forget(NINE.plusSeconds(1));
        assertEquals(List.of("2026-W49"), digests.claimed(List.of(1L, 2L)).stream().map(DigestSendClaim::name).toList());
    }

    private static DigestSubscription wanted(String person, long project, DigestTime time, boolean html) {
        return new DigestSubscription(0, person, project, time, html, false);
    }

    private static List<String> told(List<DigestSubscription> some) {
        return some.stream().map(one -> one.person() + " " + one.projectId() + " " + one.time().day() + " " + one.time().hour() + " "
                + one.html() + " " + one.ended()).toList();
    }
}
