package org.decisiongates.summary;

import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.GateSealer;
import org.decisiongates.audit.SealChain;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.audit.AoErasures;
import org.decisiongates.store.audit.AoGateSeals;
import org.decisiongates.store.summary.AoSnapshots;
import org.decisiongates.store.timeline.AoGateEvents;
import org.decisiongates.summary.WeekHead.Verdict;
import org.decisiongates.time.Week;

/** Chains in a real database whose ends are cut off behind the app's back, and what the closed weeks say. */
@RunWith(Parameterized.class)
public class WeekHeadVerifierTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long SHOP = 10000;
    private static final long RISK = 10001;
    private static final SealChain CHAIN = SealChain.ofProject(SHOP);
    private static final ErasedPerson GONE = ErasedPerson.of("gone", List.of("Gina Gone"));
    private static final Week NOW = Week.of(LocalDate.of(2099, 1, 1));
    private static final int STEPS = 150;

    private final AoFixture database;
    private final AoGateEvents journal;
    private final AoGateSeals seals;
    private final AoErasures erasures;
    private final AoSnapshots snapshots;
    private final WeekHeadVerifier verifier;
    private Week week = Week.of(LocalDate.of(2026, 11, 16));
    private String previous = "";

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public WeekHeadVerifierTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        journal = new AoGateEvents(database.ao());
        seals = new AoGateSeals(database.ao());
        erasures = new AoErasures(database.ao(), List.of());
        snapshots = new AoSnapshots(database.ao());
        verifier = new WeekHeadVerifier(snapshots, erasures, seals);
    }

    /** Entries come, weeks are closed, people are erased and ends are cut off, in any order; a model says what the verdict is then. */
    @Test
    public void findsEveryEndThatWasCutOffBeforeTheLinkOfTheNewestWeek() throws SQLException {
        Random random = new Random(20261122);
        List<String> chain = new ArrayList<>();
        List<Optional<ChainHead>> closed = new ArrayList<>();
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (int step = 0; step < STEPS; step++) {
            int most = 1 + random.nextInt(3);
            int kind = random.nextInt(20);
            if (kind < 8) {
                write(most);
                seals.after(CHAIN, chain.size(), 10).stream().map(GateSeal::projectHash).forEach(chain::add);
            } else if (kind < 14) {
                cut(chain, most);
            } else if (kind < 19) {
                closed.add(ChainHead.newest(seals, CHAIN));
                close(closed.get(closed.size() - 1));
            } else {
                erasures.erase(GONE, "admin", NOON, 1_000);
            }
            Optional<Verdict> expected = (closed.isEmpty() ? Optional.<ChainHead>empty() : closed.get(closed.size() - 1))
                    .map(head -> head.position() > chain.size() ? Verdict.SHORTER
                            : chain.get((int) head.position() - 1).equals(head.hash()) ? Verdict.MATCHES
                            : Verdict.DIFFERENT);
            assertEquals("step " + step, expected, verdict());
            assertTrue("the chain alone shows nothing: step " + step,
                    new ChainVerifier(seals, erasures).verify(CHAIN, 0, 500).isIntact());
            expected.ifPresent(seen::add);
        }
        assertEquals(EnumSet.of(Verdict.MATCHES, Verdict.SHORTER, Verdict.DIFFERENT), seen);
    }

    @Test
    public void costsTwoStatementsAndOneMoreWhereAPersonWasTakenOut() throws SQLException {
        write(5);
        close(ChainHead.newest(seals, CHAIN));
        write(5);
        assertEquals(Optional.of(Verdict.MATCHES), verdict());
        database.statements.clear();
        verdict();
        assertEquals(database.statements.toString(), 2, database.statements.size());

        assertTrue(erasures.erase(GONE, "admin", NOON, 1_000).erasure().isPresent());
        assertTrue(snapshots.latest(Snapshots.scopeOf(SHOP), NOW.text(), 1).get(0).erased().isPresent());
        database.statements.clear();
        assertEquals("erased, and still the witness that it was", Optional.of(Verdict.MATCHES), verdict());
        assertEquals(database.statements.toString(), 3, database.statements.size());
        database.alter("DELETE FROM \"ERASURE\"");
        assertEquals(Optional.of(Verdict.WEEK_CHANGED), verdict());
    }

    @Test
    public void saysNothingWhereTheNewestWeekHoldsNoHead() throws SQLException {
        assertEquals("no week is closed", Optional.empty(), verdict());
        close(ChainHead.newest(seals, CHAIN));
        assertEquals("nothing was sealed then", Optional.empty(), verdict());
        write(2);
        assertEquals(Optional.empty(), verdict());
    }

    @Test
    public void believesNoWeekThatWasChanged() throws SQLException {
        write(5);
        ChainHead head = ChainHead.newest(seals, CHAIN).orElseThrow();
        close(Optional.of(head));
        String body = snapshots.latest(Snapshots.scopeOf(SHOP), NOW.text(), 1).get(0).body();
        String member = body.substring(body.indexOf(",\"chainHead\":"), body.length() - 1);
        for (String other : List.of(body.replace(member, ""), body.replace("\"position\":" + head.position(), "\"position\":1"),
                body.replace(head.hash(), "0".repeat(64)), "no JSON")) {
            assertEquals(1, database.alter("UPDATE \"WEEK_SNAPSHOT\" SET \"BODY\" = ?", other));
            assertEquals(Optional.of(new WeekHead(week.previous().text(), Verdict.WEEK_CHANGED, Optional.empty())),
                    verifier.verify(SHOP, NOW));
        }
        database.alter("UPDATE \"WEEK_SNAPSHOT\" SET \"BODY\" = ?", body);
        assertEquals(Optional.of(new WeekHead(week.previous().text(), Verdict.MATCHES, Optional.of(head))), verifier.verify(SHOP, NOW));
        assertEquals("the project beside it is none of its business", Optional.empty(), verifier.verify(RISK, NOW));
    }

    @Test
    public void tellsALinkThatIsMissingInTheMiddleFromAnEndThatWasCutOff() throws SQLException {
        write(3);
        close(ChainHead.newest(seals, CHAIN));
        long last = seals.newest(CHAIN).orElseThrow().eventId();
        write(3);
        database.alter("DELETE FROM \"GATE_SEAL\" WHERE \"EVENT_ID\" = ?", last);

        assertEquals(Optional.of(Verdict.DIFFERENT), verdict());
    }

    private Optional<Verdict> verdict() {
        return verifier.verify(SHOP, NOW).map(WeekHead::verdict);
    }

    /** Entries of the project and of the one beside it, sealed. */
    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            journal.append(aGateEvent().of(i + 1L).in(SHOP).at(NOON).by(i % 2 == 0 ? "gone" : "lead").refusedBy("has-owner").event());
            journal.append(aGateEvent().of(99).in(RISK).at(NOON).event());
        }
        new GateSealer(seals).sealNewest(NOON.plusSeconds(60));
    }

    private void cut(List<String> chain, int most) throws SQLException {
        for (int i = 0; i < most && !chain.isEmpty(); i++) {
            GateSeal last = seals.newest(CHAIN).orElseThrow();
            assertEquals(1, database.alter("DELETE FROM \"GATE_SEAL\" WHERE \"EVENT_ID\" = ?", last.eventId()));
            assertEquals(1, database.alter("DELETE FROM \"GATE_EVENT\" WHERE \"ID\" = ?", last.eventId()));
            chain.remove(chain.size() - 1);
        }
    }

    private void close(Optional<ChainHead> head) {
        WeekSnapshot snapshot = new WeekSnapshot("UTC",
                Listing.of(List.of(new SnapshotEntry<>(7, anOpenItem().ownedBy("Gina Gone").item()))),
                none(), none(), none(), new GateTally(0, 0, 0, 0, 0, List.of()), List.of(), none(), OpenTallies.NONE, Optional.empty(),
                head, Optional.empty(), Optional.empty(), Optional.empty());
        SealedSnapshot sealed = Seal
                .on(new SealedSnapshot(Snapshots.scopeOf(SHOP), week.text(), NOON, false, snapshot.text(), previous, ""));
        assertTrue(snapshots.append(sealed));
        previous = sealed.seal();
        week = week.next();
    }

    private static <T> Listing<T> none() {
        return Listing.of(List.of());
    }
}
