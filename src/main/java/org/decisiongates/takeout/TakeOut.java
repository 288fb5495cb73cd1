package org.decisiongates.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

/**
 * What was taken out, without what its parts hold: stored as the result of a background task.
 *
 * @param whole          whether all projects were asked for, rather than one
 * @param hiddenProjects how many projects that use the app whoever took out may not browse
 * @param parts          how many there are
 */
public record TakeOut(boolean whole, int hiddenProjects, int parts, List<Taken> projects) {

    private static final int MAX_VALUES = 2_000_000;
    private static final JsonDocument<TakeOut> JSON = new JsonDocument<>(TakeOut.class, "the take-out",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES, Tasks.MAX_RESULT), Map.of());

    public TakeOut {
        projects = List.copyOf(projects);
    }

    /**
     * A project that was taken out.
     *
     * @param head      the project without its issues
     * @param from      number of its first part
     * @param until     number behind that of its last part
     * @param changedAt when the newest of its issues changed: a moment of what is taken out, not of the taking out
     */
    public record Taken(TakenProject head, int from, int until, Optional<Instant> changedAt, int issues, int weeks) {
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
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
