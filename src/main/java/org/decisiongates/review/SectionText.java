package org.decisiongates.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.timeline.RowAtRevision;

/**
 * What the sections of an issue say now.
 *
 * @param records the rows of its record
 * @param impact  its impact lines
 */
public record SectionText(IssueView issue, List<RowAtRevision<IssueRecord>> records, List<RowAtRevision<ImpactLine>> impact) {

    private static final Field QUESTION = new Field(OwnField.QUESTION.key());

    /** The text of a section, empty text where nothing is written in it; nothing where the issue has no such section or row. */
    public Optional<String> of(ThreadSection section, OptionalLong row) {
        if (section.isRow() != row.isPresent()) {
            return Optional.empty();
        }
        return switch (section) {
            case QUESTION -> field(QUESTION);
            case FALLBACK -> field(Field.FALLBACK);
            case WHOLE -> Optional.of("");
            case IMPACT_LINE -> row(impact, row.getAsLong()).map(SectionText::text);
            case OPTION, CRITERION, TRADE_OFF, EXCEPTION_STATE, EVIDENCE -> row(records, row.getAsLong())
                    .filter(found -> found.kind().name().equals(section.name())).map(SectionText::text);
        };
    }

    private Optional<String> field(Field field) {
        return issue.has(field) ? Optional.of(issue.text(field).strip()) : Optional.empty();
    }

    private static <R> Optional<R> row(List<RowAtRevision<R>> rows, long id) {
        return rows.stream().filter(row -> row.revision().id() == id).map(RowAtRevision::row).findFirst();
    }

    private static String text(IssueRecord row) {
        if (row instanceof DecisionOption option) {
            return lines(option.text(), option.reason());
        }
        if (row instanceof Criterion criterion) {
            return lines(criterion.text(),
                    criterion.target().map(target -> target.value().toPlainString() + " " + target.unit()).orElse(""));
        }
        if (row instanceof TradeOff tradeOff) {
            return lines(tradeOff.text(), tradeOff.reason());
        }
        return row instanceof Evidence evidence ? lines(evidence.text(), evidence.reference()) : row.text().strip();
    }

    private static String text(ImpactLine line) {
        return lines(line.metric(), line.baseline().toPlainString() + " \u2192 " + line.expected().toPlainString() + " " + line.unit());
    }

    private static String lines(String... lines) {
        return Stream.of(lines).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
