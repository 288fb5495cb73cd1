package org.decisiongates.takeout;

import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

/**
 * What came of an import, issue by issue in the order of the file.
 *
 * @param into key of the project here
 */
public record ImportReport(String into, List<Line> lines) {

    private static final int MAX_VALUES = 1_000_000;
    private static final JsonDocument<ImportReport> JSON = new JsonDocument<>(ImportReport.class, "the report of the import",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES), Map.of());

    public ImportReport {
        lines = List.copyOf(lines);
    }

    /** What became of an issue of the file. */
    public enum Outcome {
        /** It was created, or what an interrupted import had begun was completed. */
        CREATED,
        /** It was imported before, and was left alone. */
        FOUND,
        /** Nothing was made of it. */
        REFUSED
    }

    /**
     * @param from  key there
     * @param to    key here; empty text where there is none
     * @param notes what was not taken over, or why nothing was, in the language of who imported
     */
    public record Line(String from, String to, Outcome outcome, List<String> notes) {

        public Line {
            notes = List.copyOf(notes);
        }
    }

    /** How many lines have this outcome. */
    public int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** Reads {@link #json}. */
    public static ImportReport read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }
}
