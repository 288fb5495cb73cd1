package org.decisiongates.jira.impact;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.decisiongates.impact.ImpactLines.StoredLine;
import org.decisiongates.issue.ImpactLine;

/**
 * The plain values of an impact line, as the form takes them.
 *
 * @param check  ISO date, empty for none
 * @param actual empty while nobody knows
 */
public record ImpactValuesView(long id, int version, String metric, String unit, String direction, String baseline, String expected,
        String confidence, String check, String actual) {

    static ImpactValuesView of(StoredLine stored) {
        ImpactLine line = stored.line();
        return new ImpactValuesView(stored.revision().id(), stored.revision().version(), line.metric(), line.unit(),
                line.direction().name(),
                line.baseline().toPlainString(), line.expected().toPlainString(), line.confidence().toPlainString(),
                line.check().map(LocalDate::toString).orElse(""), line.actual().map(BigDecimal::toPlainString).orElse(""));
    }
}
