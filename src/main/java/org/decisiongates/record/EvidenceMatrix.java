package org.decisiongates.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.IssueRecords;

/**
 * Which evidence of an issue supports which criterion, and what follows for each.
 *
 * @param columns in the order in which the evidence was added, without what tests hypotheses alone
 * @param rows    one for each criterion, and in the end one for the decision as a whole where evidence supports that
 */
public record EvidenceMatrix(List<Column> columns, List<Line> rows) {

    /**
     * A piece of evidence.
     *
     * @param number its place among all evidence of the issue, from 1
     */
    public record Column(int number, Evidence evidence) {
    }

    /** What a piece of evidence does for a criterion. */
    public enum Mark {
        NONE, SUPPORTS,
        /** It is a file that is no longer attached. */
        REMOVED
    }

    /** What is so of a criterion. */
    public enum Verdict {
        OPEN, DEMONSTRATED,
        /** It cannot be shown, and is followed up. */
        NOT_DEMONSTRABLE,
        /** It is said to be verified without evidence, or cannot be shown and is not followed up. */
        GAP
    }

    public EvidenceMatrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A criterion and its evidence.
     *
     * @param criterion empty for the decision as a whole
     * @param marks     one for each column
     */
    public record Line(Optional<Criterion> criterion, List<Mark> marks) {

        public Line {
            marks = List.copyOf(marks);
        }

        public boolean isSupported() {
            return marks.contains(Mark.SUPPORTS);
        }

        /**
         * The verdict; empty for the decision as a whole.
         *
         * @param isFollowedUp asked only of a criterion that cannot be shown
         */
        public Optional<Verdict> verdict(Predicate<Criterion> isFollowedUp) {
            return criterion.map(one -> switch (one.state()) {
                case OPEN -> Verdict.OPEN;
                case VERIFIED -> isSupported() ? Verdict.DEMONSTRATED : Verdict.GAP;
                case NOT_DEMONSTRABLE -> isFollowedUp.test(one) ? Verdict.NOT_DEMONSTRABLE : Verdict.GAP;
            });
        }
    }

    /** @param isAttached whether a file of this name is attached to the issue */
    public static EvidenceMatrix of(IssueRecords records, Predicate<String> isAttached) {
        List<Evidence> all = records.evidence();
        List<Column> columns = IntStream.range(0, all.size()).mapToObj(place -> new Column(place + 1, all.get(place)))
                .filter(column -> column.evidence().criterion().isPresent() || column.evidence().isOfTheWhole()).toList();
        List<Line> rows = new ArrayList<>();
        records.criteria().forEach(criterion -> rows.add(new Line(Optional.of(criterion),
                marks(columns, one -> one.criterion().filter(id -> id == criterion.id()).isPresent(), isAttached))));
        if (all.stream().anyMatch(Evidence::isOfTheWhole)) {
            rows.add(new Line(Optional.empty(), marks(columns, Evidence::isOfTheWhole, isAttached)));
        }
        return new EvidenceMatrix(columns, rows);
    }

    private static List<Mark> marks(List<Column> columns, Predicate<Evidence> supports, Predicate<String> isAttached) {
        return columns.stream().map(Column::evidence)
                .map(one -> !supports.test(one) ? Mark.NONE : one.isThere(isAttached) ? Mark.SUPPORTS : Mark.REMOVED).toList();
    }
}
