package org.decisiongates.record;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.junit.Test;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Criterion.State;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.record.EvidenceMatrix.Mark;
import org.decisiongates.record.EvidenceMatrix.Verdict;

public class EvidenceMatrixTest {

    private static final Predicate<String> ATTACHED = "figures.csv"::equals;

    @Test
    public void marksWhatSupportsEachCriterionAndTheWhole() {
        EvidenceMatrix matrix = matrix(criterion(1, State.VERIFIED), criterion(2, State.OPEN), page(1), file("figures.csv", 1),
                file("gone.csv", 2), new Evidence("All of it", Evidence.Source.LINK, "https://example.org", Optional.empty()), page(99));

        assertEquals(List.of(List.of(Mark.SUPPORTS, Mark.SUPPORTS, Mark.NONE, Mark.NONE, Mark.NONE),
                List.of(Mark.NONE, Mark.NONE, Mark.REMOVED, Mark.NONE, Mark.NONE),
                List.of(Mark.NONE, Mark.NONE, Mark.NONE, Mark.SUPPORTS, Mark.NONE)),
                matrix.rows().stream().map(EvidenceMatrix.Line::marks).toList());
        assertEquals(Optional.empty(), matrix.rows().get(2).verdict(criterion -> true));
        assertEquals("nothing supports the whole", 1, matrix(criterion(1, State.OPEN), page(1)).rows().size());
        assertEquals("what tests a hypothesis alone is not of the whole", 1, matrix(criterion(1, State.OPEN), new Evidence("Pilot",
                Evidence.Source.LINK, "https://example.org", Optional.empty(), Optional.of(1L))).rows().size());
    }

    @Test
    public void findsAGapInWhatNeitherEvidenceNorAFollowUpCloses() {
        Predicate<Criterion> followedUp = criterion -> criterion.followUp().isPresent();
        EvidenceMatrix matrix = matrix(criterion(1, State.OPEN), criterion(2, State.VERIFIED), criterion(3, State.VERIFIED),
                criterion(4, State.VERIFIED), criterion(5, State.NOT_DEMONSTRABLE), criterion(6, State.NOT_DEMONSTRABLE).followedUpBy(12),
                page(1), page(2), file("gone.csv", 3), page(5));

        assertEquals(List.of(Verdict.OPEN, Verdict.DEMONSTRATED, Verdict.GAP, Verdict.GAP, Verdict.GAP, Verdict.NOT_DEMONSTRABLE),
                matrix.rows().stream().map(row -> row.verdict(followedUp).orElseThrow()).toList());
    }

    private static EvidenceMatrix matrix(IssueRecord... rows) {
        return EvidenceMatrix.of(IssueRecords.of(List.of(rows)), ATTACHED);
    }

    private static Criterion criterion(long id, State state) {
        return new Criterion(id, "Criterion " + id, Optional.empty(), Optional.empty(), state);
    }

    private static Evidence page(long criterion) {
        return new Evidence("A page", Evidence.Source.LINK, "https://example.org", Optional.of(criterion));
    }

    private static Evidence file(String name, long criterion) {
        return new Evidence("A file", Evidence.Source.ATTACHMENT, name, Optional.of(criterion));
    }
}
