package org.decisiongates.store.impact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.issue.ImpactLine;

/** An impact line on its way to the columns of its row and back. */
final class ImpactColumns {

    private ImpactColumns() {
    }

    static Map<String, Object> of(ImpactLine line) {
        Map<String, Object> columns = new HashMap<>(16);
        columns.put(ImpactLineRow.METRIC, line.metric());
        columns.put(ImpactLineRow.METRIC_UNIT, line.unit());
        columns.put(ImpactLineRow.DIRECTION, line.direction().name());
        columns.put(ImpactLineRow.BASELINE, line.baseline().toPlainString());
        columns.put(ImpactLineRow.EXPECTED, line.expected().toPlainString());
        columns.put(ImpactLineRow.CONFIDENCE, line.confidence().toPlainString());
        line.check().ifPresent(day -> columns.put(ImpactLineRow.CHECK_DAY, day.toString()));
        line.actual().ifPresent(actual -> columns.put(ImpactLineRow.ACTUAL, actual.toPlainString()));
        return columns;
    }

    static void put(ImpactLineRow row, ImpactLine line) {
        row.setMetric(line.metric());
        row.setMetricUnit(line.unit());
        row.setDirection(line.direction().name());
        row.setBaseline(line.baseline().toPlainString());
        row.setExpected(line.expected().toPlainString());
        row.setConfidence(line.confidence().toPlainString());
        row.setCheckDay(line.check().map(LocalDate::toString).orElse(null));
        row.setActual(line.actual().map(BigDecimal::toPlainString).orElse(null));
    }

    static ImpactLine line(ImpactLineRow row) {
        return new ImpactLine(row.getMetric(), row.getMetricUnit(),
                ImpactLine.Direction.valueOf(row.getDirection()), new BigDecimal(row.getBaseline()), new BigDecimal(row.getExpected()),
                new BigDecimal(row.getConfidence()), Optional.ofNullable(row.getCheckDay()).map(LocalDate::parse),
                Optional.ofNullable(row.getActual()).map(BigDecimal::new));
    }
}
