package org.decisiongates.takeout;

import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

/**
 * All that is taken out of a project; stored as the result of a background task.
 *
 * @param weeks newest first
 */
public record TakeOut(TakenProject project, List<WeekDocument> weeks) {

    private static final int MAX_VALUES = 2_000_000;
    private static final JsonDocument<TakeOut> JSON = new JsonDocument<>(TakeOut.class, "the take-out",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES, Tasks.MAX_RESULT), Map.of());

    public TakeOut {
        weeks = List.copyOf(weeks);
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** How many characters a part of it takes where it is stored. */
    public static int lengthOf(Record part) {
        return JSON.write(part).length();
    }

    /** Reads {@link #json}. */
    public static TakeOut read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }

    /** {@code part} in lines, for people and programs, whatever this machine ends a line with. */
    static String lines(Record part) {
        return JSON.writeLines(part).replace(System.lineSeparator(), "\n");
    }
}
