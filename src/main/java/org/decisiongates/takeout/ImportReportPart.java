package org.decisiongates.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.task.Tasks;

/** Some lines of the report of an import, in the order of the file, as they are stored. */
public record ImportReportPart(List<Line> lines) {

    private static final int MAX_VALUES = 1_000_000;
    private static final JsonDocument<ImportReportPart> JSON = new JsonDocument<>(ImportReportPart.class, "the part of the report",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES), Map.of());

    public ImportReportPart {
        lines = List.copyOf(lines);
    }

    /** The same lines with what was noted of them later. */
    public ImportReportPart with(ImportReportPart later) {
        List<Line> all = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            all.add(lines.get(number).noting(later.lines().get(number).notes()));
        }
        return new ImportReportPart(all);
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** Reads {@link #json}. */
    public static ImportReportPart read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }
}
