package org.decisiongates.store.record;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.record.Records.Applied;
import org.decisiongates.record.Records.Full;
import org.decisiongates.record.Records.Gone;
import org.decisiongates.record.Records.Outcome;
import org.decisiongates.record.Records.Revision;
import org.decisiongates.record.Records.Stale;
import org.decisiongates.record.Records.StoredRecord;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.AoFixture;
import org.decisiongates.store.timeline.AoChanges;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.Page;

@RunWith(Parameterized.class)
public class AoRecordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final Optional<String> LEAD = Optional.of("lead");
    /** A row of every kind, with every part and as much in it as may be. */
    public static final List<IssueRecord> EVERY_PART = List.of(
            new DecisionOption(GoldenHtml.HOSTILE, "\uD83D\uDE80".repeat(1000), DecisionOption.State.CHOSEN),
            new Criterion("W".repeat(1000), Optional.of(new Criterion.Target(new BigDecimal("-123456789.123456"), ";\\=%")), LEAD,
                    Criterion.State.NOT_DEMONSTRABLE),
            new TradeOff("Guest checkout;\\=", "One flow\nfor all", Optional.of("k".repeat(255))),
            new ExceptionState(ExceptionState.Path.RECOVERY, "Switch the old checkout on\nTell support", LEAD),
            new Risk("Queues fill up", Risk.State.ACCEPTED, LEAD, Optional.of(DAY)),
            new CommunicationPlan("Merchants in Norway", "Status page", LEAD, Optional.of(DAY)),
            new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/" + "7".repeat(470), Optional.of(4711L)));
    /** A row of every kind with nothing in it that may be left out. */
    public static final List<IssueRecord> BARE = List.of(new DecisionOption("Do nothing", "", DecisionOption.State.OPEN),
            criterion("Pages open fast"), new TradeOff("Guest checkout", "", Optional.empty()),
            new ExceptionState(ExceptionState.Path.FAILURE, "Refunds get stuck", Optional.empty()),
            new Risk("Queues fill up", Risk.State.OPEN, Optional.empty(), Optional.empty()),
            new CommunicationPlan("Merchants", "", Optional.empty(), Optional.empty()),
            new Evidence("Review", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty()));
    private static final ChangeContext ONE = new ChangeContext(10200, "SHOP-1", 10000, Change.Kind.DECISION, "owner",
            Instant.parse("2026-11-22T09:00:00.123Z"));
    private static final ChangeContext LATER = new ChangeContext(10200, "SHOP-1", 10000, Change.Kind.DECISION, "lead",
            Instant.parse("2026-11-23T09:00:00Z"));
    private static final ChangeContext OTHER = new ChangeContext(10201, "SHOP-2", 10000, Change.Kind.BLOCKER, "owner",
            Instant.parse("2026-11-22T09:00:00Z"));
    private static final Criterion FAST = criterion("Pages open fast");
    private static final Criterion FASTER = criterion("Pages open within 400 ms");

    private final AoFixture database;
    private final Records records;

    @Parameters(name = "{0}")
    public static AoDatabase[] databases() {
        return AoDatabase.values();
    }

    public AoRecordsTest(AoDatabase kind) throws SQLException {
        database = kind.open();
        records = new AoRecords(database.ao());
    }

    @Test
    public void givesBackEveryPartInTheOrderOfAdding() {
        List<IssueRecord> rows = new ArrayList<>(EVERY_PART);
        rows.addAll(BARE);
        List<StoredRecord> added = rows.stream().map(row -> add(ONE, row)).toList();
        add(OTHER, FAST);

        assertEquals(added, records.ofIssue(ONE.issueId()));
        assertEquals(rows, added.stream().map(stored -> withoutId(stored.row())).toList());
        assertEquals(2, records.recordsOf(ONE.issueId()).criteria().size());
        assertEquals("evidence can refer to it", added.get(1).revision().id(), records.recordsOf(ONE.issueId()).criteria().get(0).id());
        assertEquals(List.of(), records.ofIssue(1));
    }

    @Test
    public void changesEveryPart() {
        for (int i = 0; i < BARE.size(); i++) {
            StoredRecord bare = add(ONE, BARE.get(i));
            StoredRecord whole = ((Applied) records.change(ONE, bare.revision(), EVERY_PART.get(i))).row();
            assertEquals(EVERY_PART.get(i), withoutId(records.ofIssue(ONE.issueId()).get(i).row()));
            StoredRecord again = ((Applied) records.change(ONE, whole.revision(), BARE.get(i))).row();
            assertEquals(BARE.get(i), withoutId(records.ofIssue(ONE.issueId()).get(i).row()));
            assertEquals(3, again.revision().version());
        }
    }

    @Test
    public void writesEveryStepIntoTheJournal() {
        StoredRecord added = add(ONE, FAST);
        StoredRecord changed = ((Applied) records.change(LATER, added.revision(), FASTER)).row();
        assertEquals(new Applied(changed), records.remove(LATER, changed.revision(), Kind.CRITERION));

        long id = added.revision().id();
        String fast = RecordParts.text(FAST);
        String faster = RecordParts.text(FASTER);
        List<Change> expected = List.of(step(ONE, id, 1, "", fast), step(LATER, id, 2, fast, faster), step(LATER, id, 3, faster, ""));
        assertEquals(expected, changes());
        assertEquals(List.of(expected.get(2), expected.get(1), expected.get(0)), records.history(ONE.issueId()));
        assertEquals(List.of(), records.ofIssue(ONE.issueId()));
        assertEquals(List.of(), records.history(OTHER.issueId()));
    }

    @Test
    public void losesNothingToSomebodyWhoHasNotSeenTheLatest() {
        Revision seen = add(ONE, FAST).revision();
        StoredRecord current = ((Applied) records.change(LATER, seen, FASTER)).row();

        assertEquals(new Stale(current), records.change(ONE, seen, criterion("Something else")));
        assertEquals(new Stale(current), records.remove(ONE, seen, Kind.CRITERION));
        assertEquals(new Stale(current), records.change(ONE, new Revision(seen.id(), 7), FASTER));
        assertEquals(List.of(current), records.ofIssue(ONE.issueId()));
        assertEquals(2, changes().size());
    }

    @Test
    public void knowsNoRowOfAnotherIssueOrKindAndNoneThatIsGone() {
        Revision revision = add(ONE, FAST).revision();

        assertEquals(new Gone(), records.change(OTHER, revision, FASTER));
        assertEquals(new Gone(), records.remove(OTHER, revision, Kind.CRITERION));
        assertEquals(new Gone(), records.change(ONE, revision, BARE.get(4)));
        assertEquals(new Gone(), records.remove(ONE, revision, Kind.RISK));
        records.remove(ONE, revision, Kind.CRITERION);
        assertEquals(new Gone(), records.change(ONE, revision, FASTER));
        assertEquals(new Gone(), records.remove(ONE, revision, Kind.CRITERION));
        assertEquals(2, changes().size());
    }

    @Test
    public void writesNothingForAChangeThatChangesNothing() {
        StoredRecord stored = add(ONE, FAST);
        assertEquals(new Applied(stored), records.change(LATER, stored.revision(), FAST));
        assertEquals(1, changes().size());
    }

    @Test
    public void holdsTwentyRowsOfAKindAndTheTwentyFirstWhenOneIsGone() {
        List<StoredRecord> all = IntStream.range(0, Records.MAX).mapToObj(number -> add(ONE, criterion("number " + number))).toList();
        assertEquals(new Full(), records.add(ONE, FAST));
        add(ONE, BARE.get(4));
        add(OTHER, FAST);
        records.remove(ONE, all.get(7).revision(), Kind.CRITERION);
        add(ONE, FAST);
        assertEquals(new Full(), records.add(ONE, FAST));
        assertEquals(Records.MAX + 1, records.ofIssue(ONE.issueId()).size());
    }

    @Test
    public void findsIssuesByWhatTheirRowsSay() {
        add(ONE, BARE.get(4));
        add(ONE, new Risk("Another", Risk.State.OPEN, Optional.empty(), Optional.empty()));
        add(OTHER, EVERY_PART.get(4));
        add(OTHER, FAST);

        assertEquals(Set.of(10200L), records.issuesWith(Kind.RISK, List.of("OPEN"), 500));
        assertEquals(Set.of(10200L, 10201L), records.issuesWith(Kind.RISK, List.of("OPEN", "ACCEPTED"), 500));
        assertEquals(Set.of(10200L), records.issuesWith(Kind.RISK, List.of("OPEN", "ACCEPTED"), 1));
        assertEquals(Set.of(), records.issuesWith(Kind.RISK, List.of("MITIGATED"), 500));
        assertEquals(Set.of(10200L, 10201L), records.issuesWith(Kind.RISK, List.of(), 500));
        assertThrows(IllegalArgumentException.class, () -> records.issuesWith(Kind.RISK, List.of("OPEN"), 1001));
    }

    @Test
    public void sendsAnExactNumberOfStatements() {
        for (int i = 0; i < 10; i++) {
            EVERY_PART.forEach(row -> add(ONE, row));
        }
        Revision revision = records.ofIssue(ONE.issueId()).get(1).revision();
        assertSends(List.of("SELECT"), () -> records.ofIssue(ONE.issueId()));
        assertSends(List.of("SELECT"), () -> records.recordsOf(ONE.issueId()));
        assertSends(List.of("SELECT"), () -> records.ofIssues(LongStream.range(10100, 10300).boxed().toList()));
        assertSends(List.of("SELECT"), () -> records.issuesWith(Kind.RISK, List.of("OPEN", "ACCEPTED"), 500));
        assertSends(List.of("SELECT"), () -> records.history(ONE.issueId()));
        assertSends(List.of("SELECT", "INSERT", "INSERT"), () -> records.add(ONE, FAST));
        assertSends(List.of("SELECT", "INSERT", "UPDATE"), () -> records.change(LATER, revision, FASTER));
        assertSends(List.of("SELECT"), () -> records.change(LATER, new Revision(revision.id(), 2), FASTER));
        assertSends(List.of("SELECT", "INSERT", "DELETE"),
                () -> records.remove(LATER, new Revision(revision.id(), 2), Kind.CRITERION));
        assertSends(List.of(), () -> records.ofIssues(List.of()));
    }

    @Test
    public void readsTheRowsOfManyIssues() {
        StoredRecord one = add(ONE, FAST);
        StoredRecord other = add(OTHER, FASTER);
        StoredRecord more = add(ONE, BARE.get(0));

        assertEquals(Map.of(ONE.issueId(), List.of(one, more), OTHER.issueId(), List.of(other)),
                records.ofIssues(List.of(1L, ONE.issueId(), OTHER.issueId())));
        assertThrows(IllegalArgumentException.class, () -> records.ofIssues(LongStream.range(0, 201).boxed().toList()));
    }

    @Test
    public void storesNeitherARowNorAnEntryWhenOneOfThemFails() {
        StoredRecord stored = add(ONE, FAST);
        for (String table : List.of("ISSUE_CHANGE", "ISSUE_RECORD")) {
            database.failOn(statement -> !statement.startsWith("SELECT") && statement.contains(table));
            assertThrows(RuntimeException.class, () -> records.add(ONE, FASTER));
            assertThrows(RuntimeException.class, () -> records.change(ONE, stored.revision(), FASTER));
            assertThrows(RuntimeException.class, () -> records.remove(ONE, stored.revision(), Kind.CRITERION));
            database.failOn(statement -> false);

            assertEquals(table, List.of(stored), records.ofIssue(ONE.issueId()));
            assertEquals(table, 1, changes().size());
        }
        assertTrue(records.change(ONE, stored.revision(), FASTER) instanceof Applied);
    }

    @Test
    public void letsOneOfManyWhoChangeTheSameVersionThrough() throws Exception {
        Revision revision = add(ONE, FAST).revision();
        for (int round = 1; round <= 5; round++) {
            Revision seen = new Revision(revision.id(), round);
            List<Outcome> outcomes = atOnce(6, number -> records.change(ONE, seen, criterion(seen.version() + " by " + number)));
            assertEquals(outcomes.toString(), 1, outcomes.stream().filter(Applied.class::isInstance).count());
            assertEquals(outcomes.toString(), 5, outcomes.stream().filter(Stale.class::isInstance).count());
            assertTrue(outcomes.contains(new Applied(records.ofIssue(ONE.issueId()).get(0))));
        }
        List<Outcome> outcomes = atOnce(6, number -> number % 2 == 0
                ? records.remove(ONE, new Revision(revision.id(), 6), Kind.CRITERION)
                : records.change(ONE, new Revision(revision.id(), 6), FASTER));
        assertEquals(outcomes.toString(), 1, outcomes.stream().filter(Applied.class::isInstance).count());
        assertEquals(7, changes().size());
    }

    @Test
    public void addsNoMoreThanTwentyHoweverManyTryAtOnce() throws Exception {
        IntStream.range(0, 15).forEach(number -> add(ONE, criterion("number " + number)));
        List<Outcome> outcomes = atOnce(8, number -> records.add(ONE, criterion("late " + number)));

        assertEquals(outcomes.toString(), 5, outcomes.stream().filter(Applied.class::isInstance).count());
        assertEquals(outcomes.toString(), 3, outcomes.stream().filter(Full.class::isInstance).count());
        assertEquals(Records.MAX, records.ofIssue(ONE.issueId()).size());
        assertEquals(Records.MAX, changes().size());
    }

    private static List<Outcome> atOnce(int people, IntFunction<Outcome> work) throws Exception {
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

    private StoredRecord add(ChangeContext context, IssueRecord row) {
        return ((Applied) records.add(context, row)).row();
    }

    private List<Change> changes() {
        return new AoChanges(database.ao()).ofProjects(List.of(10000L), Page.Position.START, 1000).rows();
    }

    private static IssueRecord withoutId(IssueRecord row) {
        return row instanceof Criterion criterion ? criterion.withId(0) : row;
    }

    private static Change step(ChangeContext context, long id, int version, String from, String to) {
        return aChange().issue(context.issueId(), context.issueKey()).in(context.projectId()).kind(context.kind())
                .group("record-" + id + "-" + version).item(Change.Item.RECORD).subject(String.valueOf(id)).from(from).to(to)
                .by(context.actor()).at(context.at()).change();
    }

    private static Criterion criterion(String text) {
        return new Criterion(text, Optional.empty(), Optional.empty(), Criterion.State.OPEN);
    }
}
