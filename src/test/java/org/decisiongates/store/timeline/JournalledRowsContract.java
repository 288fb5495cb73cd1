package org.decisiongates.store.timeline;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

/**
 * What holds of all {@link JournalledRows}, on every database. A subclass says which they are, and makes a row of a text.
 *
 * @param <T> what a row says
 */
@RunWith(Parameterized.class)
public abstract class JournalledRowsContract<T> {

    protected static final ChangeContext ONE = new ChangeContext(10200, "SHOP-1", 10000, Change.Kind.DECISION, "owner",
            Instant.parse("2026-11-22T09:00:00.123Z"));
    private static final ChangeContext LATER = new ChangeContext(10200, "SHOP-1", 10000, Change.Kind.DECISION, "lead",
            Instant.parse("2026-11-23T09:00:00Z"));
    protected static final ChangeContext OTHER = new ChangeContext(10201, "SHOP-2", 10000, Change.Kind.BLOCKER, "owner",
            Instant.parse("2026-11-22T09:00:00Z"));
    private static final int MAX = EditableIssueRows.MAX;

    protected final AoFixture database;

    protected JournalledRowsContract(AoDatabase kind) throws SQLException {
        database = kind.open();
    }

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    /** Its table, what its entries in the journal are about, and how their names begin. */
    protected abstract String table();

    protected abstract Change.Item item();

    protected abstract String prefix();

    protected abstract EditableIssueRows<T> rows();

    /** The row of this text; the same row of the same text. */
    protected abstract T row(String text);

    protected abstract RowChangeOutcome<T> remove(ChangeContext context, RowRevision revision);

    /** The row once it has a number. */
    protected T numbered(long id, T row) {
        return row;
    }

    /** What the journal says of a row. */
    protected abstract String entry(T row);

    private List<RowAtRevision<T>> ofIssue(long issueId) {
        return rows().ofIssue(issueId);
    }

    private Map<Long, List<RowAtRevision<T>>> ofIssues(Collection<Long> issueIds) {
        return rows().ofIssues(issueIds);
    }

    private List<Change> history(long issueId) {
        return rows().history(issueId);
    }

    private RowChangeOutcome<T> add(ChangeContext context, String text) {
        return rows().add(context, row(text));
    }

    private RowChangeOutcome<T> change(ChangeContext context, long id, int version, String text) {
        return rows().change(context, new RowRevision(id, version), row(text));
    }

    private RowChangeOutcome<T> remove(ChangeContext context, long id, int version) {
        return remove(context, new RowRevision(id, version));
    }

    private RowAtRevision<T> stored(long id, int version, String text) {
        return new RowAtRevision<>(new RowRevision(id, version), numbered(id, row(text)));
    }

    private String entry(String text) {
        return entry(row(text));
    }

    private RowChangeOutcome<T> applied(RowAtRevision<T> stored) {
        return new RowChangeOutcome.Applied<>(stored);
    }

    private RowChangeOutcome<T> stale(RowAtRevision<T> current) {
        return new RowChangeOutcome.Stale<>(current);
    }

    private RowChangeOutcome<T> gone() {
        return new RowChangeOutcome.Gone<>();
    }

    private RowChangeOutcome<T> full() {
        return new RowChangeOutcome.Full<>();
    }

    @Test
    public void writesEveryStepIntoTheJournal() {
        long id = added(ONE, "fast");
        assertEquals(applied(stored(id, 2, "faster")), change(LATER, id, 1, "faster"));
        assertEquals(applied(stored(id, 2, "faster")), remove(LATER, id, 2));

        List<Change> expected = List.of(step(ONE, id, 1, "", entry("fast")), step(LATER, id, 2, entry("fast"), entry("faster")),
                step(LATER, id, 3, entry("faster"), ""));
        assertEquals(expected, changes());
        assertEquals(List.of(expected.get(2), expected.get(1), expected.get(0)), history(ONE.issueId()));
        assertEquals(List.of(), ofIssue(ONE.issueId()));
        assertEquals(List.of(), history(OTHER.issueId()));
    }

    @Test
    public void losesNothingToSomebodyWhoHasNotSeenTheLatest() {
        long id = added(ONE, "fast");
        RowAtRevision<T> current = stored(id, 2, "faster");
        assertEquals(applied(current), change(LATER, id, 1, "faster"));

        assertEquals(stale(current), change(ONE, id, 1, "something else"));
        assertEquals(stale(current), remove(ONE, id, 1));
        assertEquals(stale(current), change(ONE, id, 7, "faster"));
        assertEquals(List.of(current), ofIssue(ONE.issueId()));
        assertEquals(2, changes().size());
    }

    @Test
    public void knowsNoRowOfAnotherIssueAndNoneThatIsGone() {
        long id = added(ONE, "fast");

        assertEquals(gone(), change(OTHER, id, 1, "faster"));
        assertEquals(gone(), remove(OTHER, id, 1));
        remove(ONE, id, 1);
        assertEquals(gone(), change(ONE, id, 1, "faster"));
        assertEquals(gone(), remove(ONE, id, 1));
        assertEquals(2, changes().size());
    }

    @Test
    public void writesNothingForAChangeThatChangesNothing() {
        long id = added(ONE, "fast");
        assertEquals(applied(stored(id, 1, "fast")), change(LATER, id, 1, "fast"));
        assertEquals(1, changes().size());
    }

    @Test
    public void holdsTwentyRowsAndTheTwentyFirstWhenOneIsGone() {
        List<Long> all = IntStream.range(0, MAX).mapToObj(number -> added(ONE, "number " + number)).toList();
        assertEquals(full(), add(ONE, "fast"));
        added(OTHER, "fast");
        remove(ONE, all.get(7), 1);
        added(ONE, "fast");
        assertEquals(full(), add(ONE, "fast"));
        assertEquals(MAX, ofIssue(ONE.issueId()).size());
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        List<Long> all = IntStream.range(0, 10).mapToObj(number -> added(ONE, "number " + number)).toList();
        long id = all.get(4);
        assertSends(List.of("SELECT"), () -> ofIssue(ONE.issueId()));
        assertSends(List.of("SELECT"), () -> ofIssues(LongStream.range(10100, 10300).boxed().toList()));
        assertSends(List.of("SELECT"), () -> history(ONE.issueId()));
        assertSends(List.of("SELECT", "INSERT", "INSERT"), () -> add(ONE, "fast"));
        assertSends(List.of("SELECT", "INSERT", "UPDATE"), () -> change(LATER, id, 1, "faster"));
        assertSends(List.of("SELECT"), () -> change(LATER, id, 1, "fast"));
        assertSends(List.of("SELECT"), () -> change(LATER, id, 2, "faster"));
        assertSends(List.of("SELECT", "INSERT", "DELETE"), () -> remove(LATER, id, 2));
        assertSends(List.of(), () -> ofIssues(List.of()));
    }

    @Test
    public void readsTheRowsOfManyIssues() {
        RowAtRevision<T> one = stored(added(ONE, "fast"), 1, "fast");
        RowAtRevision<T> other = stored(added(OTHER, "faster"), 1, "faster");
        RowAtRevision<T> more = stored(added(ONE, "more"), 1, "more");

        assertEquals(Map.of(ONE.issueId(), List.of(one, more), OTHER.issueId(), List.of(other)),
                ofIssues(List.of(1L, ONE.issueId(), OTHER.issueId())));
        assertThrows(IllegalArgumentException.class, () -> ofIssues(LongStream.range(0, 201).boxed().toList()));
    }

    @Test
    public void storesNeitherARowNorAnEntryWhenOneOfThemFails() {
        long id = added(ONE, "fast");
        for (String table : List.of("ISSUE_CHANGE", table())) {
            database.failOn(statement -> !statement.startsWith("SELECT") && statement.contains(table));
            assertThrows(RuntimeException.class, () -> add(ONE, "faster"));
            assertThrows(RuntimeException.class, () -> change(ONE, id, 1, "faster"));
            assertThrows(RuntimeException.class, () -> remove(ONE, id, 1));
            database.failOn(statement -> false);

            assertEquals(table, List.of(stored(id, 1, "fast")), ofIssue(ONE.issueId()));
            assertEquals(table, 1, changes().size());
        }
        assertEquals(applied(stored(id, 2, "faster")), change(ONE, id, 1, "faster"));
    }

    @Test
    public void letsOneOfManyWhoChangeTheSameVersionThrough() throws Exception {
        long id = added(ONE, "fast");
        for (int round = 1; round <= 10; round++) {
            int seen = round;
            List<RowChangeOutcome<T>> outcomes = atOnce(6, number -> change(ONE, id, seen, seen + " by " + number));
            RowAtRevision<T> now = ofIssue(ONE.issueId()).get(0);
            assertEquals(outcomes.toString(), 1, Collections.frequency(outcomes, applied(now)));
            assertEquals(outcomes.toString(), 5, Collections.frequency(outcomes, stale(now)));
            assertTrue(IntStream.range(0, 6).anyMatch(number -> now.equals(stored(id, seen + 1, seen + " by " + number))));
        }
        RowAtRevision<T> last = ofIssue(ONE.issueId()).get(0);
        List<RowChangeOutcome<T>> outcomes = atOnce(6, number -> number % 2 == 0 ? remove(ONE, id, 11) : change(ONE, id, 11, "fast"));
        assertEquals(outcomes.toString(), 1,
                outcomes.stream().filter(List.of(applied(last), applied(stored(id, 12, "fast")))::contains).count());
        assertEquals(12, changes().size());
    }

    @Test
    public void addsNoMoreThanTwentyHoweverManyTryAtOnce() throws Exception {
        IntStream.range(0, 15).forEach(number -> added(ONE, "number " + number));
        List<RowChangeOutcome<T>> outcomes = atOnce(8, number -> add(ONE, "late " + number));

        assertEquals(outcomes.toString(), 3, Collections.frequency(outcomes, full()));
        assertEquals(MAX, ofIssue(ONE.issueId()).size());
        assertEquals(MAX, changes().size());
    }

    /** The number of the row that was added. */
    private long added(ChangeContext context, String text) {
        RowChangeOutcome<T> outcome = add(context, text);
        List<RowAtRevision<T>> all = ofIssue(context.issueId());
        RowAtRevision<T> last = all.get(all.size() - 1);
        assertEquals(applied(last), outcome);
        assertEquals(stored(last.revision().id(), 1, text), last);
        return last.revision().id();
    }

    private static <V> List<V> atOnce(int people, IntFunction<V> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Callable<V>> all = IntStream.range(0, people).<Callable<V>>mapToObj(number -> () -> work.apply(number)).toList();
            List<V> outcomes = new ArrayList<>();
            for (Future<V> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    protected void assertSends(List<String> expected, Runnable work) {
        database.statements.clear();
        work.run();
        // on PostgreSQL the library draws the number of a row first
        assertEquals(expected, database.statements.stream().filter(statement -> !statement.startsWith("SELECT NEXTVAL"))
                .map(statement -> statement.substring(0, statement.indexOf(' '))).toList());
    }

    private List<Change> changes() {
        return new AoChanges(database.ao()).ofProjects(List.of(10000L), Page.Position.START, 1000).rows();
    }

    private Change step(ChangeContext context, long id, int version, String from, String to) {
        return aChange().issue(context.issueId(), context.issueKey()).in(context.projectId()).kind(context.kind())
                .group(prefix() + "-" + id + "-" + version).item(item()).subject(String.valueOf(id)).from(from).to(to)
                .by(context.actor()).at(context.at()).change();
    }
}
