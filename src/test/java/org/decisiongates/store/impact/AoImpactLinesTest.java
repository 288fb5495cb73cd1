package org.decisiongates.store.impact;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Applied;
import org.decisiongates.impact.ImpactLines.Full;
import org.decisiongates.impact.ImpactLines.Gone;
import org.decisiongates.impact.ImpactLines.Outcome;
import org.decisiongates.impact.ImpactLines.Revision;
import org.decisiongates.impact.ImpactLines.Stale;
import org.decisiongates.impact.ImpactLines.StoredLine;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.Page;

@RunWith(Parameterized.class)
public class AoImpactLinesTest {

    private static final ChangeContext ONE = new ChangeContext(10200, "SHOP-1", 10000, Kind.DECISION, "owner",
            Instant.parse("2026-11-22T09:00:00.123Z"));
    private static final ChangeContext LATER = new ChangeContext(10200, "SHOP-1", 10000, Kind.DECISION, "lead",
            Instant.parse("2026-11-23T09:00:00Z"));
    private static final ChangeContext OTHER = new ChangeContext(10201, "SHOP-2", 10000, Kind.BLOCKER, "owner",
            Instant.parse("2026-11-22T09:00:00Z"));
    public static final ImpactLine WHOLE = anImpactLine().of(GoldenHtml.HOSTILE.substring(0, 100)).in(";\\=%").towards(Direction.DOWN)
            .from("-123456789.123456").to("0").confidence("0.000001").checkedOn(LocalDate.of(2026, 12, 31)).came("999999999999999").line();
    private static final ImpactLine CONVERSION = line("Checkout conversion", "2.4");
    private static final ImpactLine REVISED = line("Checkout conversion", "2.2");

    private final AoFixture database;
    private final ImpactLines lines;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoImpactLinesTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        lines = new AoImpactLines(database.ao());
    }

    @Test
    public void givesBackWhatWasAddedInTheOrderOfAdding() {
        ImpactLine wide = line("\uD83D\uDE80".repeat(100), "1");
        StoredLine first = add(ONE, WHOLE);
        StoredLine second = add(ONE, wide);
        add(OTHER, CONVERSION);

        assertEquals(List.of(first, second), lines.ofIssue(ONE.issueId()));
        assertEquals(List.of(WHOLE, wide), List.of(first.line(), second.line()));
        assertEquals(1, first.revision().version());
        assertEquals(List.of(), lines.ofIssue(1));
    }

    @Test
    public void writesEveryStepIntoTheJournal() {
        StoredLine added = add(ONE, CONVERSION);
        StoredLine changed = ((Applied) lines.change(LATER, added.revision(), REVISED)).line();
        assertEquals(new Applied(changed), lines.remove(LATER, changed.revision()));

        long id = added.revision().id();
        List<Change> expected = List.of(step(ONE, id, 1, "", CONVERSION.text()), step(LATER, id, 2, CONVERSION.text(), REVISED.text()),
                step(LATER, id, 3, REVISED.text(), ""));
        assertEquals(expected, changes());
        assertEquals(new ArrayList<>(List.of(expected.get(2), expected.get(1), expected.get(0))), lines.history(ONE.issueId()));
        assertEquals(List.of(), lines.ofIssue(ONE.issueId()));
        assertEquals(List.of(), lines.history(OTHER.issueId()));
    }

    @Test
    public void losesNothingToSomebodyWhoHasNotSeenTheLatest() {
        Revision seen = add(ONE, CONVERSION).revision();
        StoredLine current = ((Applied) lines.change(LATER, seen, REVISED)).line();

        assertEquals(new Stale(current), lines.change(ONE, seen, line("Something else", "9")));
        assertEquals(new Stale(current), lines.remove(ONE, seen));
        assertEquals(new Stale(current), lines.change(ONE, new Revision(seen.id(), 7), REVISED));
        assertEquals(List.of(current), lines.ofIssue(ONE.issueId()));
        assertEquals(2, changes().size());
    }

    @Test
    public void knowsNoLineOfAnotherIssueAndNoneThatIsGone() {
        Revision revision = add(ONE, CONVERSION).revision();

        assertEquals(new Gone(), lines.change(OTHER, revision, REVISED));
        assertEquals(new Gone(), lines.remove(OTHER, revision));
        lines.remove(ONE, revision);
        assertEquals(new Gone(), lines.change(ONE, revision, REVISED));
        assertEquals(new Gone(), lines.remove(ONE, revision));
        assertEquals(2, changes().size());
    }

    @Test
    public void writesNothingForAChangeThatChangesNothing() {
        StoredLine stored = add(ONE, CONVERSION);
        assertEquals(new Applied(stored), lines.change(LATER, stored.revision(), CONVERSION));
        assertEquals(1, changes().size());
    }

    @Test
    public void holdsTwentyLinesAnIssueAndTheTwentyFirstWhenOneIsGone() {
        List<StoredLine> all = IntStream.range(0, ImpactLines.MAX).mapToObj(number -> add(ONE, line("number " + number, "1"))).toList();
        assertEquals(new Full(), lines.add(ONE, CONVERSION));
        add(OTHER, CONVERSION);
        lines.remove(ONE, all.get(7).revision());
        add(ONE, CONVERSION);
        assertEquals(new Full(), lines.add(ONE, CONVERSION));
        assertEquals(ImpactLines.MAX, lines.ofIssue(ONE.issueId()).size());
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        List<StoredLine> all = IntStream.range(0, 10).mapToObj(number -> add(ONE, line("number " + number, "1"))).toList();
        Revision revision = all.get(4).revision();
        assertSends(List.of("SELECT"), () -> lines.ofIssue(ONE.issueId()));
        assertSends(List.of("SELECT"), () -> lines.ofIssues(LongStream.range(10100, 10300).boxed().toList()));
        assertSends(List.of("SELECT"), () -> lines.history(ONE.issueId()));
        assertSends(List.of("SELECT", "INSERT", "INSERT"), () -> lines.add(ONE, CONVERSION));
        assertSends(List.of("SELECT", "INSERT", "UPDATE"), () -> lines.change(LATER, revision, REVISED));
        assertSends(List.of("SELECT"), () -> lines.change(LATER, revision, CONVERSION));
        assertSends(List.of("SELECT", "INSERT", "DELETE"), () -> lines.remove(LATER, new Revision(revision.id(), 2)));
        assertSends(List.of(), () -> lines.ofIssues(List.of()));
    }

    @Test
    public void readsTheLinesOfManyIssues() {
        StoredLine one = add(ONE, CONVERSION);
        StoredLine other = add(OTHER, REVISED);
        StoredLine more = add(ONE, line("Returns", "1"));

        assertEquals(Map.of(ONE.issueId(), List.of(one, more), OTHER.issueId(), List.of(other)),
                lines.ofIssues(List.of(1L, ONE.issueId(), OTHER.issueId())));
        assertThrows(IllegalArgumentException.class, () -> lines.ofIssues(LongStream.range(0, 201).boxed().toList()));
    }

    @Test
    public void storesNeitherALineNorAnEntryWhenOneOfThemFails() {
        StoredLine stored = add(ONE, CONVERSION);
        for (String table : List.of("ISSUE_CHANGE", "IMPACT_LINE")) {
            database.failOn(statement -> !statement.startsWith("SELECT") && statement.contains(table));
            assertThrows(RuntimeException.class, () -> lines.add(ONE, REVISED));
            assertThrows(RuntimeException.class, () -> lines.change(ONE, stored.revision(), REVISED));
            assertThrows(RuntimeException.class, () -> lines.remove(ONE, stored.revision()));
            database.failOn(statement -> false);

            assertEquals(table, List.of(stored), lines.ofIssue(ONE.issueId()));
            assertEquals(table, 1, changes().size());
        }
        assertTrue(lines.change(ONE, stored.revision(), REVISED) instanceof Applied);
    }

    @Test
    public void letsOneOfManyWhoChangeTheSameVersionThrough() throws Exception {
        Revision revision = add(ONE, CONVERSION).revision();
        for (int round = 1; round <= 10; round++) {
            Revision seen = new Revision(revision.id(), round);
            List<Outcome> outcomes = atOnce(6, number -> lines.change(ONE, seen, line("By " + number, "1." + seen.version())));
            assertEquals(outcomes.toString(), 1, outcomes.stream().filter(Applied.class::isInstance).count());
            assertEquals(outcomes.toString(), 5, outcomes.stream().filter(Stale.class::isInstance).count());
            StoredLine now = lines.ofIssue(ONE.issueId()).get(0);
            assertEquals(round + 1, now.revision().version());
            assertTrue(outcomes.contains(new Applied(now)));
        }
        List<Outcome> outcomes = atOnce(6, number -> number % 2 == 0 ? lines.remove(ONE, new Revision(revision.id(), 11))
                : lines.change(ONE, new Revision(revision.id(), 11), REVISED));
        assertEquals(outcomes.toString(), 1, outcomes.stream().filter(Applied.class::isInstance).count());
        assertEquals(12, changes().size());
    }

    @Test
    public void addsNoMoreThanTwentyHoweverManyTryAtOnce() throws Exception {
        IntStream.range(0, 15).forEach(number -> add(ONE, line("number " + number, "1")));
        List<Outcome> outcomes = atOnce(8, number -> lines.add(ONE, line("late " + number, "1")));

        assertEquals(outcomes.toString(), 5, outcomes.stream().filter(Applied.class::isInstance).count());
        assertEquals(outcomes.toString(), 3, outcomes.stream().filter(Full.class::isInstance).count());
        assertEquals(ImpactLines.MAX, lines.ofIssue(ONE.issueId()).size());
        assertEquals(ImpactLines.MAX, changes().size());
    }

    private static List<Outcome> atOnce(int people, java.util.function.IntFunction<Outcome> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Outcome>> all = IntStream.range(0, people).<Callable<Outcome>>mapToObj(number -> () -> work.apply(number))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private void assertSends(List<String> expected, Runnable work) {
        database.statements.clear();
        work.run();
        // on PostgreSQL the library draws the number of a row first
        assertEquals(expected, database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL"))
                .map(statement -> statement.substring(0, statement.indexOf(' '))).toList());
    }

    private StoredLine add(ChangeContext context, ImpactLine line) {
        return ((Applied) lines.add(context, line)).line();
    }

    private List<Change> changes() {
        return new AoChanges(database.ao()).ofProjects(List.of(10000L), Page.Position.START, 1000).rows();
    }

    private static Change step(ChangeContext context, long id, int version, String from, String to) {
        return aChange().issue(context.issueId(), context.issueKey()).in(context.projectId()).kind(context.kind())
                .group("impact-" + id + "-" + version).item(Item.IMPACT).subject(String.valueOf(id)).from(from).to(to).by(context.actor())
                .at(context.at()).change();
    }

    private static ImpactLine line(String metric, String expected) {
        return anImpactLine().of(metric).from("2.1").to(expected).confidence("0.8").line();
    }
}
