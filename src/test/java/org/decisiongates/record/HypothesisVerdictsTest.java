package org.decisiongates.record;

import static org.decisiongates.fixture.ChangeBuilder.aChange;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.Hypothesis.State;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.Risk;
import org.decisiongates.timeline.Change;

public class HypothesisVerdictsTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Hypothesis BELIEF = Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 12, 31));

    @Test
    public void nameWhoGaveThePresentVerdictAndNotWhoWordedItAnew() {
        List<Change> newestFirst = List.of(change("7", said(State.VALIDATED, "26 did"), said(State.VALIDATED, "26 of 100 did"), "cora", 4),
                change("7", said(State.INCONCLUSIVE, "Too few"), said(State.VALIDATED, "26 did"), "ben", 3),
                change("8", said(State.OPEN, ""), said(State.INVALIDATED, "They stay"), "dora", 2),
                change("7", said(State.OPEN, ""), said(State.INCONCLUSIVE, "Too few"), "ann", 1),
                change("7", "", said(State.OPEN, ""), "ann", 0));

        Map<Long, HypothesisVerdicts.Given> given = HypothesisVerdicts.of(newestFirst);

        assertEquals(new HypothesisVerdicts.Given("ben", NOON.plusSeconds(3), false), given.get(7L));
        assertEquals(new HypothesisVerdicts.Given("dora", NOON.plusSeconds(2), false), given.get(8L));
        assertEquals(2, given.size());
    }

    @Test
    public void tellWhatHadItsVerdictWhenItWasAdded() {
        assertEquals(Map.of(8L, new HypothesisVerdicts.Given("admin", NOON, true)),
                HypothesisVerdicts.of(List.of(change("8", said(State.VALIDATED, "26 did"), said(State.VALIDATED, "26"), "ann", 1),
                        change("8", "", said(State.VALIDATED, "26 did"), "admin", 0))));
    }

    @Test
    public void leaveOutOtherKindsAndWhatCannotBeRead() {
        IssueRecord risk = new Risk("Queues", Risk.State.OPEN, Optional.empty(), Optional.empty());
        assertEquals(Map.of(), HypothesisVerdicts.of(List.of(change("1", "", RecordParts.text(risk), "ann", 0),
                change("2", "kind=x", "kind=of a newer version", "ann", 0), change("3", said(State.VALIDATED, "x"), "", "ann", 0),
                change("4", "", "kind=hypothesis;state=PERHAPS", "ann", 0))));
    }

    private static String said(State state, String outcome) {
        return RecordParts.text(BELIEF.with(state, outcome));
    }

    private static Change change(String row, String from, String to, String actor, int seconds) {
        return aChange().group("record-" + row + "-" + seconds).item(Change.Item.RECORD).subject(row).from(from).to(to).by(actor)
                .at(NOON.plusSeconds(seconds)).change();
    }
}
