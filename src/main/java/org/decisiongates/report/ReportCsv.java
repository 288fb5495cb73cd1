package org.decisiongates.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.decisiongates.text.Csv;

/** The entries of a report as a file for spreadsheets. */
public final class ReportCsv {

    private static final List<String> COLUMNS = List.of("issue", "transition", "gate", "rule", "outcome", "change", "reason", "at",
            "actor");

    private ReportCsv() {
    }

    /** The whole file; a last line says how many entries the report leaves out, where it leaves any out. */
    public static String of(GateReport report) {
        StringBuilder file = new StringBuilder(Csv.line(COLUMNS));
        report.entries().forEach(row -> file.append(Csv.line(List.of(row.issue(), row.transition(), row.gate(), row.rule(),
                word(row.outcome()), row.change().map(ReportCsv::word).orElse(""), row.reason(),
                row.at().map(Instant::toString).orElse(""), row.actor().orElse("")))));
        if (report.omitted() > 0) {
            file.append(Csv.line(List.of("omitted", String.valueOf(report.omitted()))));
        }
        return file.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
