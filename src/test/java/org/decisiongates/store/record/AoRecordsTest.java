package org.decisiongates.store.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.store.AoDatabase;
import org.decisiongates.store.timeline.JournalledRowsContract;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.EditableIssueRows;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;
import org.decisiongates.timeline.RowRevision;

public class AoRecordsTest extends JournalledRowsContract<IssueRecord> {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final Optional<String> LEAD = Optional.of("lead");
    /** A row of every kind, with every part and as much in it as may be. */
    public static final List<IssueRecord> EVERY_PART = List.of(
            new DecisionOption(GoldenHtml.HOSTILE, "\uD83D\uDE80".repeat(1000), DecisionOption.State.CHOSEN),
            new Criterion(0, "W".repeat(1000), Optional.of(new Criterion.Target(new BigDecimal("-123456789.123456"), ";\\=%")), LEAD,
                    Criterion.State.NOT_DEMONSTRABLE, Optional.of(10_001L)),
            new TradeOff("Guest checkout;\\=", "One flow\nfor all", Optional.of("k".repeat(255))),
            new ExceptionState(ExceptionState.Path.RECOVERY, "Switch the old checkout on\nTell support", LEAD),
            new Risk("Queues fill up", Risk.State.ACCEPTED, LEAD, Optional.of(DAY)),
            new CommunicationPlan("Merchants in Norway", "Status page", LEAD, Optional.of(DAY)),
            new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/" + "7".repeat(470), Optional.of(4711L),
                    Optional.of(4712L)),
            new Hypothesis(0, "\uD83D\uDE80".repeat(1000), "W".repeat(1000), Hypothesis.Exposure.HIGHEST, Hypothesis.State.INVALIDATED,
                    "o".repeat(1000), LEAD, DAY));
    /** A row of every kind with nothing in it that may be left out. */
    public static final List<IssueRecord> BARE = List.of(new DecisionOption("Do nothing", "", DecisionOption.State.OPEN),
            criterion("Pages open fast"), new TradeOff("Guest checkout", "", Optional.empty()),
            new ExceptionState(ExceptionState.Path.FAILURE, "Refunds get stuck", Optional.empty()),
            new Risk("Queues fill up", Risk.State.OPEN, Optional.empty(), Optional.empty()),
            new CommunicationPlan("Merchants", "", Optional.empty(), Optional.empty()),
            new Evidence("Review", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty()),
            Hypothesis.open("Guests leave", "20 of 100 guests finish", DAY));
    private static final Criterion FAST = criterion("Pages open fast");

    private final Records records = new AoRecords(database.ao());

    public AoRecordsTest(AoDatabase kind) throws SQLException {
        super(kind);
    }

    @Test
    public void givesBackEveryPartInTheOrderOfAdding() {
        List<IssueRecord> rows = new ArrayList<>(EVERY_PART);
        rows.addAll(BARE);
        List<RowAtRevision<IssueRecord>> added = rows.stream().map(row -> add(ONE, row)).toList();
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
            RowAtRevision<IssueRecord> bare = add(ONE, BARE.get(i));
            RowAtRevision<IssueRecord> whole = applied(records.change(ONE, bare.revision(), EVERY_PART.get(i)));
            assertEquals(EVERY_PART.get(i), withoutId(records.ofIssue(ONE.issueId()).get(i).row()));
            RowAtRevision<IssueRecord> again = applied(records.change(ONE, whole.revision(), BARE.get(i)));
            assertEquals(BARE.get(i), withoutId(records.ofIssue(ONE.issueId()).get(i).row()));
            assertEquals(3, again.revision().version());
        }
    }

    @Test
    public void knowsNoRowOfAnotherKind() {
        RowRevision revision = add(ONE, FAST).revision();
        assertEquals(new RowChangeOutcome.Gone<>(), records.change(ONE, revision, BARE.get(4)));
        assertEquals(new RowChangeOutcome.Gone<>(), records.remove(ONE, revision, Kind.RISK));
        assertEquals(new RowChangeOutcome.Applied<>(records.ofIssue(ONE.issueId()).get(0)), records.remove(ONE, revision, Kind.CRITERION));
    }

    @Test
    public void holdsTwentyRowsOfEachKind() {
        IntStream.range(0, Records.MAX).forEach(number -> add(ONE, criterion("number " + number)));
        assertEquals(new RowChangeOutcome.Full<>(), records.add(ONE, FAST));
        add(ONE, BARE.get(4));
        assertEquals(Records.MAX + 1, records.ofIssue(ONE.issueId()).size());
    }

    @Test
    public void findsTheRisksOfIssuesThatNobodyMitigated() {
        Risk open = new Risk("Queues fill up", Risk.State.OPEN, Optional.empty(), Optional.empty());
        add(ONE, open);
        add(ONE, new Risk("Settled", Risk.State.MITIGATED, Optional.empty(), Optional.empty()));
        add(ONE, FAST);
        add(OTHER, EVERY_PART.get(4));

        assertEquals(Map.of(ONE.issueId(), List.of(open), OTHER.issueId(), List.of(EVERY_PART.get(4))),
                records.unmitigated(List.of(ONE.issueId(), OTHER.issueId(), 1L)));
        assertEquals(Map.of(), records.unmitigated(List.of(1L)));
        assertEquals(Map.of(), records.unmitigated(List.of()));
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
    public void readsAllKindsWithOneStatement() {
        for (int i = 0; i < 10; i++) {
            EVERY_PART.forEach(row -> add(ONE, row));
        }
        assertSends(List.of("SELECT"), () -> records.recordsOf(ONE.issueId()));
        assertSends(List.of("SELECT"), () -> records.issuesWith(Kind.RISK, List.of("OPEN", "ACCEPTED"), 500));
    }

    private RowAtRevision<IssueRecord> add(ChangeContext context, IssueRecord row) {
        return applied(records.add(context, row));
    }

    private static RowAtRevision<IssueRecord> applied(RowChangeOutcome<IssueRecord> outcome) {
        return ((RowChangeOutcome.Applied<IssueRecord>) outcome).row();
    }

    private static IssueRecord withoutId(IssueRecord row) {
        return row.withId(0);
    }

    private static Criterion criterion(String text) {
        return new Criterion(text, Optional.empty(), Optional.empty(), Criterion.State.OPEN);
    }

    @Override
    protected String table() {
        return "ISSUE_RECORD";
    }

    @Override
    protected Change.Item item() {
        return Change.Item.RECORD;
    }

    @Override
    protected String prefix() {
        return "record";
    }

    @Override
    protected EditableIssueRows<IssueRecord> rows() {
        return records;
    }

    @Override
    protected IssueRecord row(String text) {
        return criterion(text);
    }

    @Override
    protected RowChangeOutcome<IssueRecord> remove(ChangeContext context, RowRevision revision) {
        return records.remove(context, revision, Kind.CRITERION);
    }

    @Override
    protected IssueRecord numbered(long id, IssueRecord row) {
        return ((Criterion) row).withId(id);
    }

    @Override
    protected String entry(IssueRecord row) {
        return RecordParts.text(row);
    }
}
