package org.decisiongates.store.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.approval.Delegation;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;

@RunWith(Parameterized.class)
public class AoDelegationsTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final AoFixture database;
    private final AoDelegations delegations;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoDelegationsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        delegations = new AoDelegations(database.ao());
    }

    @Test
    public void givesBackWhatIsNotOver() {
        Set<Long> most = LongStream.range(0, Delegation.MAX_PROJECTS).mapToObj(n -> Long.MAX_VALUE - n).collect(Collectors.toSet());
        Delegation some = delegation("ann", "ben", TODAY.plusDays(1), TODAY.plusDays(9), most);
        Delegation all = delegation("x".repeat(255), "ben", TODAY, TODAY, Set.of());
        List.of(some, all, delegation("ann", "cleo", TODAY.minusDays(2), TODAY.minusDays(1), Set.of()))
                .forEach(one -> delegations.add(one, NINE));

        assertEquals(List.of(some, all), withoutIds(delegations.to("ben", TODAY)));
        assertEquals(List.of(some), withoutIds(delegations.to("ben", TODAY.plusDays(1))));
        assertEquals("over since yesterday", List.of(), delegations.to("cleo", TODAY));
        assertEquals(List.of(some), withoutIds(delegations.by("ann", TODAY)));
        assertEquals(List.of(), delegations.by("ben", TODAY));
    }

    @Test
    public void endsOneAndStillKnowsThatItWas() throws SQLException {
        delegations.add(delegation("ann", "ben", TODAY, TODAY, Set.of()), NINE);
        delegations.add(delegation("ann", "ben", TODAY, TODAY, Set.of(10000L)), NINE);
        long id = delegations.by("ann", TODAY).get(0).id();
        delegations.end(id, NINE.plusSeconds(1));
        delegations.end(id, NINE.plusSeconds(2));
        delegations.end(id + 1_000, NINE);

        assertEquals(List.of(Set.of(10000L)), delegations.to("ben", TODAY).stream().map(Delegation::projects).toList());
        assertEquals(1, delegations.by("ann", TODAY).size());
        assertEquals("the first end stays", List.of(NINE.plusSeconds(1).toEpochMilli()), database.stored("DELEGATION").stream()
                .filter(row -> row.containsKey("ENDED_MILLIS")).map(row -> row.get("ENDED_MILLIS")).toList());
    }

    @Test
    public void readsThemWithOneStatement() {
        delegations.add(delegation("ann", "ben", TODAY, TODAY, Set.of()), NINE);
        delegations.add(delegation("cleo", "ben", TODAY, TODAY, Set.of()), NINE);
        database.statements.clear();
        assertEquals(2, delegations.to("ben", TODAY).size());
        assertEquals(database.statements.toString(), 1, database.statements.size());
    }

    @Test
    public void saysSoWhenItCannotWriteOrRead() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> delegations.add(delegation("ann", "ben", TODAY, TODAY, Set.of()), NINE));
        assertThrows(RuntimeException.class, () -> delegations.to("ben", TODAY));
    }

    private static Delegation delegation(String approver, String delegate, LocalDate first, LocalDate last, Set<Long> projects) {
        return new Delegation(0, approver, delegate, first, last, projects);
    }

    private static List<Delegation> withoutIds(List<Delegation> some) {
        return some.stream().map(one -> delegation(one.approver(), one.delegate(), one.first(), one.last(), one.projects())).toList();
    }
}
