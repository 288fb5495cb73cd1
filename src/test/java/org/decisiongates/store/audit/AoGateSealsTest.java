package org.decisiongates.store.audit;

import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.ChainReport;
import org.decisiongates.audit.ChainReport.Fault;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.GateSealer;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.timeline.AoGateEvents;
import org.decisiongates.timeline.GateEvent;

/** Entries, seals and erasures in a real database, changed behind the app's back. */
@RunWith(Parameterized.class)
public class AoGateSealsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long SHOP = 10000;
    private static final long RISK = 10001;
    private static final ErasedPerson GONE = ErasedPerson.of("gone", List.of());
    private static final int MUTATIONS = 1_000;
    private static final List<String> TABLES = List.of("GATE_EVENT", "GATE_EVENT", "GATE_SEAL", "ERASURE");

    private final AoDatabase kind;
    private final AoFixture database;
    private final AoGateEvents journal;
    private final AoGateSeals seals;
    private final AoErasures erasures;
    private final ChainVerifier verifier;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoGateSealsTest(AoDatabase kind) throws SQLException {
        this.kind = kind;
        database = kind.open();
        journal = new AoGateEvents(database.ao());
        seals = new AoGateSeals(database.ao());
        erasures = new AoErasures(database.ao(), List.of());
        verifier = new ChainVerifier(seals, erasures);
    }

    @Test
    public void sealsEveryEntryOnceInTheChainsOfItsIssueAndItsProject() {
        write(12);

        assertEquals(12, new GateSealer(seals).sealNewest(NOON));
        assertEquals(0, new GateSealer(seals).sealNewest(NOON));
        assertEquals(0, seals.unsealed());
        ChainReport shop = verify(SealChain.ofProject(SHOP));
        ChainReport risk = verify(SealChain.ofProject(RISK));
        assertEquals(12, shop.checked() + risk.checked());
        assertEquals(List.of(), shop.late());
        assertEquals(shop.checked(), shop.head().orElseThrow().position());
        assertEquals(3, verify(SealChain.of(OptionalLong.of(3), RISK)).checked());
        assertEquals(3, verify(SealChain.of(OptionalLong.empty(), SHOP)).checked());
    }

    @Test
    public void verifiesAPageWithAConstantNumberOfStatements() {
        write(12);
        new GateSealer(seals).sealNewest(NOON);
        for (int limit : new int[] {2, 5}) {
            database.statements.clear();
            ChainReport page = verifier.verify(SealChain.ofProject(SHOP), 3, limit);
            assertEquals(limit, page.checked());
            assertEquals(Optional.of(3L + limit), page.next());
            assertEquals("links, entries, the links before them: " + database.statements, 3, database.statements.size());
        }
        assertEquals(Optional.empty(), verifier.verify(SealChain.ofProject(SHOP), 1, 50).next());
    }

    /** Any byte of any column of any row, found by reading each of the two projects; {@code -Dmutations=1000} for servers, too. */
    @Test
    public void findsAThousandChangesOfOneByte() throws SQLException {
        write(24);
        new GateSealer(seals).sealNewest(NOON);
        assertEquals(4, erasures.erase(GONE, "admin", NOON, 1_000).erasure().orElseThrow().entries());
        assertEquals(List.of(true, true), intact());
        int mutations = Integer.getInteger("mutations", kind == AoDatabase.H2 ? MUTATIONS : MUTATIONS / 10);
        Random random = new Random(20261122);
        List<String> missed = new ArrayList<>();
        int changed = 0;
        Map<String, List<Map<String, Object>>> stored = new HashMap<>();
        for (String table : TABLES) {
            stored.put(table, database.stored(table));
        }
        while (changed < mutations) {
            String table = TABLES.get(random.nextInt(TABLES.size()));
            List<Map<String, Object>> rows = stored.get(table);
            Map<String, Object> row = rows.get(random.nextInt(rows.size()));
            String column = List.copyOf(row.keySet()).get(random.nextInt(row.size()));
            Object mutated = mutated(row.get(column), random);
            String key = table.equals("GATE_EVENT") ? "ID" : table.equals("GATE_SEAL") ? "EVENT_ID" : "ERASURE_KEY";
            if (!isTaken(rows, column, mutated) && put(table, column, mutated, key, row.get(key)) == 1) {
                changed++;
                if (intact().equals(List.of(true, true))) {
                    missed.add(table + "." + column + " " + row.get(column) + " -> " + mutated);
                }
                assertEquals(1, put(table, column, row.get(column), key, column.equals(key) ? mutated : row.get(key)));
            }
        }
        assertEquals(List.of(), missed);
        assertEquals(List.of(true, true), intact());
    }

    private List<Boolean> intact() {
        return List.of(verify(SealChain.ofProject(SHOP)).isIntact(), verify(SealChain.ofProject(RISK)).isIntact());
    }

    private static boolean isTaken(List<Map<String, Object>> rows, String column, Object value) {
        return Set.of("ID", "EVENT_ID", "ISSUE_LINK", "PROJECT_LINK", "ERASURE_KEY").contains(column)
                && rows.stream().anyMatch(row -> value.equals(row.get(column)));
    }

    private int put(String table, String column, Object value, String key, Object name) throws SQLException {
        return database.alter("UPDATE \"" + table + "\" SET \"" + column + "\" = ? WHERE \"" + key + "\" = ?", value, name);
    }

    /** One letter or digit more or less, or one bit of a number; nothing that a database would refuse. */
    private static Object mutated(Object value, Random random) {
        if (value instanceof Integer number) {
            return number ^ 1 << random.nextInt(16);
        }
        if (value instanceof Long number) {
            return number ^ 1L << random.nextInt(16);
        }
        StringBuilder text = new StringBuilder((String) value);
        int at = random.nextInt(text.length());
        text.setCharAt(at, text.charAt(at) == 'a' ? 'b' : text.charAt(at) == '7' ? '8' : Character.isDigit(text.charAt(at)) ? '7' : 'a');
        return text.toString();
    }

    @Test
    public void findsWhatWasRemovedOrPutElsewhere() throws SQLException {
        record Case(String sql, Set<Fault> faults) {
        }
        for (Case one : List.of(
                new Case("DELETE FROM \"GATE_EVENT\" WHERE \"ID\" = {1}", Set.of(Fault.ENTRY_MISSING)),
                new Case("DELETE FROM \"GATE_SEAL\" WHERE \"EVENT_ID\" = {1}", Set.of(Fault.SEAL_MISSING)),
                new Case("UPDATE \"GATE_SEAL\" SET \"EVENT_ID\" = 999999 WHERE \"EVENT_ID\" = {1}", Set.of(Fault.ENTRY_MISSING)),
                new Case("UPDATE \"GATE_EVENT\" SET \"ACTOR_KEY\" = NULL, \"ACTOR_SALT\" = NULL WHERE \"ID\" = {1}", Set.of(Fault.CHANGED)),
                new Case(
                        "UPDATE \"GATE_EVENT\" SET \"ACTOR_KEY\" = NULL, \"ACTOR_SALT\" = NULL, \"ERASURE_KEY\" = 'abc' WHERE \"ID\" = {1}",
                        Set.of(Fault.ERASURE_MISSING)))) {
            write(12);
            new GateSealer(seals).sealNewest(NOON);
            List<Long> ids = seals.entries(0, 100);
            assertEquals(1, database.alter(one.sql().replace("{1}", String.valueOf(ids.get(4)))));
            ChainReport found = verify(SealChain.ofProject(SHOP)).isIntact() ? verify(SealChain.ofProject(RISK))
                    : verify(SealChain.ofProject(SHOP));
            assertTrue(one + ": " + found, found.broken().filter(broken -> one.faults().contains(broken.fault())).isPresent());
            database.alter("DELETE FROM \"GATE_EVENT\"");
            database.alter("DELETE FROM \"GATE_SEAL\"");
        }
    }

    @Test
    public void findsThatTwoEntriesChangedPlaces() throws SQLException {
        write(12);
        new GateSealer(seals).sealNewest(NOON);
        List<Long> ids = seals.entries(0, 100);
        for (Object[] move : new Object[][] {{999999L, ids.get(0)}, {ids.get(0), ids.get(4)}, {ids.get(4), 999999L}}) {
            assertEquals(1, database.alter("UPDATE \"GATE_SEAL\" SET \"EVENT_ID\" = ? WHERE \"EVENT_ID\" = ?", move));
        }
        assertEquals(Fault.CHANGED, verify(SealChain.ofProject(SHOP)).broken().orElseThrow().fault());
    }

    @Test
    public void showsAnEntryThatWasPutInLater() throws SQLException {
        write(12);
        new GateSealer(seals).sealNewest(NOON);
        journal.append(aGateEvent().of(1).in(SHOP).at(NOON.minusSeconds(86_400)).event());

        assertEquals("until it is sealed", 1, verify(SealChain.ofProject(SHOP)).unsealed());
        new GateSealer(seals).sealNewest(NOON);
        ChainReport report = verify(SealChain.ofProject(SHOP));
        assertTrue(report.isIntact());
        assertEquals("sealed a day after the gate was evaluated", List.of((long) report.checked()), report.late());
    }

    @Test
    public void showsATailThatWasCutOffToWhoKeptTheHead() throws SQLException {
        write(12);
        new GateSealer(seals).sealNewest(NOON);
        SealChain shop = SealChain.ofProject(SHOP);
        ChainHead head = verify(shop).head().orElseThrow();
        assertEquals(Optional.empty(), verifier.compare(shop, head.position(), head.hash()));
        GateSeal last = seals.newest(shop).orElseThrow();
        database.alter("DELETE FROM \"GATE_SEAL\" WHERE \"EVENT_ID\" = ?", last.eventId());
        database.alter("DELETE FROM \"GATE_EVENT\" WHERE \"ID\" = ?", last.eventId());

        assertTrue("nothing is left that knows of it", verify(shop).isIntact());
        assertEquals(Fault.CUT_OFF, verifier.compare(shop, head.position(), head.hash()).orElseThrow().fault());
        assertEquals(Fault.CUT_OFF, verifier.verify(shop, head.position(), 10).broken().orElseThrow().fault());
        assertEquals(Fault.CHANGED,
                verifier.compare(shop, head.position() - 1, head.hash()).orElseThrow().fault());
    }

    @Test
    public void sealsEveryEntryOnceWhenTwoNodesSealAtOnce() {
        write(24);
        GateSealer other = new GateSealer(new AoGateSeals(database.ao()));
        GateSealer one = new GateSealer(interrupted(() -> other.sealNewest(NOON.plusSeconds(1))));
        one.sealNewest(NOON);

        assertEquals(0, seals.unsealed());
        assertEquals(List.of(true, true), intact());
        assertEquals(24, verify(SealChain.ofProject(SHOP)).checked() + verify(SealChain.ofProject(RISK)).checked());
    }

    /** Another node does its work between what this one has read and what it writes, once; and half of it again. */
    private GateSeals interrupted(Runnable work) {
        return (GateSeals) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {GateSeals.class},
                new java.lang.reflect.InvocationHandler() {
                    private int appended;

                    @Override
                    public Object invoke(Object self, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
                        if (method.getName().equals("append") && ++appended == 3) {
                            work.run();
                        }
                        return method.invoke(seals, arguments);
                    }
                });
    }

    @Test
    public void erasesAPersonAndStaysVerifiable() throws SQLException {
        write(24);
        new GateSealer(seals).sealNewest(NOON);
        ChainReport before = verify(SealChain.ofProject(SHOP));

        Erasures.Result result = erasures.erase(GONE, "admin", NOON, 1_000);

        assertEquals(4, result.erasure().orElseThrow().entries());
        assertEquals(0, result.remaining());
        assertEquals(new Erasures.Result(Optional.empty(), Erasures.Found.NOTHING), erasures.erase(GONE, "admin", NOON, 1_000));
        assertFalse(database.stored("GATE_EVENT").toString().contains("gone"));
        assertFalse(database.stored("ERASURE").toString().contains("gone"));
        assertEquals(4, journal.ofProject(SHOP, Long.MAX_VALUE, 100).stream().filter(one -> one.event().actor().equals(GateEvent.ERASED))
                .count());
        ChainReport after = verify(SealChain.ofProject(SHOP));
        assertEquals(before.head(), after.head());
        assertEquals(List.of(result.erasure().orElseThrow()), after.erasures());
        database.alter("DELETE FROM \"ERASURE\"");
        assertEquals(Fault.ERASURE_MISSING, verify(SealChain.ofProject(SHOP)).broken().orElseThrow().fault());
    }

    @Test
    public void keepsNothingByWhichAnErasedPersonCouldBeFound() throws SQLException {
        write(24);
        erasures.erase(GONE, "admin", NOON, 1_000);

        for (Map<String, Object> row : database.stored("GATE_EVENT")) {
            assertEquals(row.toString(), row.containsKey("ERASURE_KEY"), !row.containsKey("ACTOR_SALT"));
        }
        assertEquals("no two hashes of one person are the same", 24,
                database.stored("GATE_EVENT").stream().map(row -> row.get("ACTOR_HASH")).distinct().count());
    }

    @Test
    public void looksAgainAtEntriesThatWereCommittedLate() {
        write(12);
        List<Long> hidden = List.of(seals.entries(0, 100).get(3));
        new GateSealer(without(hidden)).sealNewest(NOON);
        assertEquals(1, seals.unsealed());

        assertEquals(1, new GateSealer(seals).sealNewest(NOON));
        assertEquals(0, new GateSealer(seals).sealAll(NOON));
        assertEquals(List.of(true, true), intact());
    }

    private GateSeals without(Collection<Long> hidden) {
        return (GateSeals) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {GateSeals.class},
                (self, method, arguments) -> {
                    Object answer = method.invoke(seals, arguments);
                    return method.getName().equals("entries") ? ((List<?>) answer).stream().filter(id -> !hidden.contains(id)).toList()
                            : answer;
                });
    }

    private ChainReport verify(SealChain chain) {
        return verifier.verify(chain, 0, 100);
    }

    /** Entries of three issues and of creations, in two projects; a sixth of them by a person who will be gone. */
    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            RecordedGates event = aGateEvent().at(NOON.minusSeconds(60).plusMillis(i)).in(i % 4 == 3 ? RISK : SHOP)
                    .by(i % 6 == 2 ? "gone" : i % 5 == 0 ? "" : "lead");
            event = i % 4 == 0 ? event.ofACreation() : event.of(i % 4);
            journal.append((i % 3 == 0 ? event.verdict(Status.PASSED) : event.refusedBy("has-owner", "has-due-date")).event());
        }
    }
}
