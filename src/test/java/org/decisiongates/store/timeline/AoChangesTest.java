package org.decisiongates.store.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.Page.Position;
import org.decisiongates.timeline.Pages;

@RunWith(Parameterized.class)
public class AoChangesTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00.123Z");

    private final AoFixture database;
    private final AoChanges changes;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoChangesTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        changes = new AoChanges(database.ao());
    }

    @Test
    public void givesBackWhatWasWritten() {
        Change impact = aChange().issue(10200, "RISK-1").kind(Kind.DECISION).group("impact-7-3").item(Item.IMPACT).subject("7")
                .from("x".repeat(5000)).to("y".repeat(5000)).at(NINE).change();
        Change bare = aChange().issue(10201, "RISK-2").kind(Kind.GATED).group("10").item(Item.SCOPE).by("").at(NINE).change();
        assertTrue(changes.append(impact));
        assertTrue(changes.append(bare));

        assertEquals(List.of(impact, bare), changes.ofProjects(List.of(10000L), Position.START, 10).rows());
    }

    @Test
    public void appendsWithOneStatement() {
        changes.append(moved(10200, 1));

        assertEquals(1, sent("INSERT INTO").size());
        // on PostgreSQL the library draws the number of the row first
        assertEquals(database.statements.toString(), database.statements.size(), 1 + sent("SELECT NEXTVAL").size());
    }

    @Test
    public void keepsTheFirstOfTwo() {
        Change first = moved(10200, 1);
        assertTrue(changes.append(first));
        assertFalse(changes.append(aChange().issue(10200, "RISK-9").in(10001).from("other").to("other").by("owner").at(NINE).change()));

        assertEquals(List.of(first), all());
    }

    @Test
    public void writesOnAfterARepeat() {
        changes.append(moved(10200, 1));
        changes.append(moved(10200, 1));
        assertTrue(changes.append(moved(10200, 2)));
        assertEquals(2, all().size());
    }

    @Test
    public void keepsOneOfManyThatComeAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Change same = moved(10200, round);
                List<Future<Boolean>> answers = new ArrayList<>();
                for (int node = 0; node < 8; node++) {
                    answers.add(nodes.submit(() -> changes.append(same)));
                }
                int made = 0;
                for (Future<Boolean> answer : answers) {
                    made += answer.get() ? 1 : 0;
                }
                assertEquals(1, made);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertEquals(20, all().size());
    }

    @Test
    public void tellsSubjectsOfOneGroupApart() {
        for (String linked : List.of("10300", "10301")) {
            assertTrue(
                    changes.append(aChange().issue(10200, "RISK-1").item(Item.LINK).subject(linked).to("RISK-7").at(NINE).change()));
        }
        assertEquals(Set.of("10200:1:LINK:10300", "10200:1:LINK:10301"), changes.known(List.of(10200L)));
    }

    @Test
    public void saysWhatIsKnownOfManyIssuesWithOneStatement() {
        List<Long> issues = new ArrayList<>();
        for (long issue = 1; issue <= 200; issue++) {
            changes.append(moved(issue, 1));
            issues.add(issue);
        }
        changes.append(moved(201, 1));
        database.statements.clear();

        assertEquals(200, changes.known(issues).size());
        assertEquals(database.statements.toString(), 1, database.statements.size());
        issues.add(201L);
        assertThrows(IllegalArgumentException.class, () -> changes.known(issues));
        assertEquals(Set.of(), changes.known(List.of()));
    }

    @Test
    public void turnsPagesByIssueThenTimeThenSequence() {
        List<Change> expected = new ArrayList<>();
        for (long issue = 1; issue <= 3; issue++) {
            for (int group = 1; group <= 4; group++) {
                // pairs share a moment, so that only the order of writing tells them apart
                expected.add(aChange().issue(issue, "RISK-" + issue).in(10000 + issue % 2).group(Integer.toString(group)).item(Item.OWNER)
                        .to("lead").at(NINE.plusSeconds(group / 2)).change());
            }
        }
        for (int group = 0; group < 4; group++) {
            for (int issue = 2; issue >= 0; issue--) {
                changes.append(expected.get(issue * 4 + group));
            }
        }
        changes.append(aChange().issue(9, "AWAY-1").in(99).item(Item.OWNER).to("lead").at(NINE).change());
        List<Change> read = new ArrayList<>();
        new Pages<>(after -> changes.ofProjects(List.of(10000L, 10001L), after, 5)).forEachRemaining(read::add);
        assertEquals(expected, read);
    }

    @Test
    public void readsAPageAndTheNewestWithOneStatementEach() {
        for (int group = 0; group < 30; group++) {
            changes.append(moved(10200, group));
        }
        database.statements.clear();
        Page<Change> page = changes.ofProjects(List.of(10000L), Position.START, 30);
        assertEquals(database.statements.toString(), 1, database.statements.size());
        assertEquals(OptionalLong.of(page.next().orElseThrow().values().get(2)), changes.newest(List.of(10000L, 10001L)));
        assertEquals(database.statements.toString(), 2, database.statements.size());
        assertEquals(OptionalLong.empty(), changes.newest(List.of(10001L)));
        assertEquals(OptionalLong.empty(), changes.newest(List.of()));
        assertEquals(new Page<>(List.of(), Optional.empty()), changes.ofProjects(List.of(), Position.START, 1));
    }

    @Test
    public void readsAThousandIssuesWithOneStatementInTheSameOrder() {
        List<Long> issues = new ArrayList<>();
        for (long issue = 3; issue >= 1; issue--) {
            changes.append(moved(issue, 2));
            changes.append(moved(issue, 1));
        }
        for (long issue = 2; issue <= 1_001; issue++) {
            issues.add(issue);
        }
        database.statements.clear();

        assertEquals(List.of("2:2:PHASE", "2:1:PHASE", "3:2:PHASE", "3:1:PHASE"),
                changes.ofIssues(issues, 10).stream().map(Change::identity).toList());
        assertEquals(database.statements.toString(), 1, database.statements.size());
        assertEquals(1, changes.ofIssues(issues, 1).size());
        assertEquals(List.of(), changes.ofIssues(List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> changes.ofIssues(issues, 10_001));
        issues.add(1L);
        assertThrows(IllegalArgumentException.class, () -> changes.ofIssues(issues, 10));
    }

    @Test
    public void refusesWhatHasNoBoundsOrNoRoom() {
        for (int limit : new int[] {0, -1, 10_001}) {
            assertThrows(IllegalArgumentException.class, () -> changes.ofProjects(List.of(10000L), Position.START, limit));
        }
        assertThrows(IllegalArgumentException.class, () -> changes.append(
                aChange().issue(1, "RISK-1").item(Item.LINK).subject("s".repeat(300)).by("").at(NINE).change()));
    }

    @Test
    public void saysSoWhenItCannotWrite() {
        database.goDown();
        assertThrows(RuntimeException.class, () -> changes.append(moved(10200, 1)));
    }

    private List<Change> all() {
        return changes.ofProjects(List.of(10000L, 10001L), Position.START, 10_000).rows();
    }

    private List<String> sent(String beginning) {
        return database.statements.stream().filter(statement -> statement.startsWith(beginning)).toList();
    }

    private static Change moved(long issue, int group) {
        return aChange().issue(issue, "RISK-" + issue).group(Integer.toString(group)).from("OPEN").to("RESOLVING").at(NINE).change();
    }
}
