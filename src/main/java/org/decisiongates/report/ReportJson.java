package org.decisiongates.report;

import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

/** A report as the text that is stored: the result of a background task. */
public final class ReportJson {

    private static final int MAX_VALUES = 200_000;
    private static final JsonDocument<GateReport> JSON = new JsonDocument<>(GateReport.class, "the report",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES), Map.of());

    private ReportJson() {
    }

    public static String write(GateReport report) {
        return JSON.write(report);
    }

    /** Throws {@link UnreadableReportException} when the text is not what {@link #write} wrote. */
    public static GateReport read(String text) {
        try {
            return JSON.read(text);
        } catch (UnreadableJsonException e) {
            throw new UnreadableReportException(e);
        }
    }
}
