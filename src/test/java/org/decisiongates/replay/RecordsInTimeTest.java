package org.decisiongates.replay;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.record.RecordParts;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;

public class RecordsInTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Hypothesis BELIEF = Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 12, 31))
            .with(Hypothesis.State.VALIDATED, "26 of 100 did").withId(3);
    private static final Criterion FAST = new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.OPEN).withId(4);
    private static final Evidence PILOT = new Evidence("Pilot", Evidence.Source.LINK, "https://example.org/pilot", Optional.of(4L),
            Optional.of(3L));

    /** Without its number a row that was changed or removed since has no evidence, and a gate that passed refuses. */
    @Test
    public void knowWhatEvidenceWasAboutOfRowsThatChangedSince() {
        Hypothesis reworded = BELIEF.with(Hypothesis.State.VALIDATED, "A quarter did");
        IssueRecords then = new RecordsInTime(List.of(stored(3, reworded), stored(5, PILOT)),
                List.of(change(4, FAST, "", 2), change(3, BELIEF, RecordParts.text(reworded), 1)), true).at(NOON);

        assertEquals(List.of(BELIEF), then.hypotheses());
        assertEquals(List.of(PILOT), then.testing(then.hypotheses().get(0)));
        assertEquals(List.of(FAST), then.criteria());
        assertEquals(List.of(PILOT), then.supporting(then.criteria().get(0)));
    }

    private static RowAtRevision<IssueRecord> stored(long id, IssueRecord row) {
        return new RowAtRevision<>(new RowRevision(id, 2), row);
    }

    private static Change change(long id, IssueRecord from, String to, int seconds) {
        return new ChangeContext(10_200, "SHOP-7", 10_000, Change.Kind.DECISION, "ann", NOON.plusSeconds(seconds))
                .entry("record-" + id + "-2", Change.Item.RECORD, Long.toString(id), RecordParts.text(from), to);
    }
}
