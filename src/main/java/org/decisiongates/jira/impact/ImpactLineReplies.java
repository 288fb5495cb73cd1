package org.decisiongates.jira.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.MetricUse;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.RowAtRevision;

/** What is answered about impact lines; the components are the members of the JSON. */
final class ImpactLineReplies {

    private ImpactLineReplies() {
    }

    /** @param most how many lines an issue may have */
    record Lines(String issue, boolean editable, int most, List<Line> lines) {

        static Lines of(String issue, boolean editable, List<RowAtRevision<ImpactLine>> lines) {
            return new Lines(issue, editable, ImpactLines.MAX, lines.stream().map(Line::of).toList());
        }
    }

    record Line(long id, int version, String metric, String unit, ImpactLine.Direction direction, BigDecimal baseline, BigDecimal expected,
            BigDecimal confidence, Optional<LocalDate> check, Optional<BigDecimal> actual) {

        static Line of(RowAtRevision<ImpactLine> stored) {
            ImpactLine line = stored.row();
            return new Line(stored.revision().id(), stored.revision().version(), line.metric(), line.unit(), line.direction(),
                    line.baseline(),
                    line.expected(), line.confidence(), line.check(), line.actual());
        }
    }

    /**
     * @param metrics  those of lines that the caller may see, those of most lines first
     * @param warnings what is odd about the line that was asked about, in the caller's language
     */
    record Metrics(List<MetricUse> metrics, List<String> warnings) {
    }

    record History(String issue, List<Entry> entries) {

        static History of(String issue, List<Change> changes) {
            return new History(issue, changes.stream().map(Entry::of).toList());
        }
    }

    /**
     * @param line id of the line
     * @param from what it was; empty for a line that was added
     * @param to   what it became; empty for a line that was taken away
     */
    record Entry(Instant at, String actor, String line, Optional<ImpactLine> from, Optional<ImpactLine> to) {

        static Entry of(Change change) {
            return new Entry(change.at(), change.actor(), change.subject(), line(change.from()), line(change.to()));
        }

        private static Optional<ImpactLine> line(String text) {
            return Optional.of(text).filter(one -> !one.isEmpty()).map(ImpactLine::of);
        }
    }
}
