package org.decisiongates.takeout;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;
import org.decisiongates.text.Abbreviation;

/**
 * What came of an import; stored as the result of its background task. What became of each issue is in parts, since there may be a great
 * many.
 *
 * @param into    key of the project here
 * @param parts   how many parts of the file there were: each has a part of lines, and behind all of these another one of later notes
 * @param created how many issues were created, or completed where an interrupted import had begun them
 * @param found   how many were imported before
 * @param refused how many were not created
 * @param first   the first lines, those of refused issues before all others
 * @param formerStatuses issues that are here and had left the first status of their type there, by the name of that status, the most first;
 *                empty in the report of a version that did not say
 */
public record ImportReport(String into, int parts, int created, int found, int refused, List<Line> first,
        Optional<List<FormerStatus>> formerStatuses) {

    /** How many lines are the first ones. */
    public static final int MAX_FIRST = 200;

    /** How many statuses are told apart, those of the first issues. */
    private static final int MAX_STATUSES = 50;
    private static final int MAX_VALUES = 1_000_000;
    private static final int MAX_NOTES = 50;
    private static final int MAX_NOTE = 1_000;
    private static final JsonDocument<ImportReport> JSON = new JsonDocument<>(ImportReport.class, "the report of the import",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES), Map.of());

    public ImportReport {
        first = List.copyOf(first);
        formerStatuses = formerStatuses.map(List::copyOf);
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
     * What became of one issue.
     *
     * @param from  key there
     * @param to    key here; empty text where there is none
     * @param notes what was not taken over, or why nothing was, in the language of who imported; of very many the first ones
     */
    public record Line(String from, String to, Outcome outcome, List<String> notes) {

        public Line {
            notes = notes.stream().limit(MAX_NOTES).map(note -> Abbreviation.of(note, MAX_NOTE)).toList();
        }

        /** The same with more notes. */
        public Line noting(List<String> more) {
            return new Line(from, to, outcome, Stream.concat(notes.stream(), more.stream()).toList());
        }
    }

    /**
     * Issues that had one status there.
     *
     * @param keys here, of very many the first ones: a search for them is an address
     */
    public record FormerStatus(String status, int count, List<String> keys) {

        private static final int MAX_KEYS = 200;

        public FormerStatus {
            keys = List.copyOf(keys);
        }

        private FormerStatus with(String key) {
            return new FormerStatus(status, count + 1, Stream.concat(keys.stream(), Stream.of(key)).limit(MAX_KEYS).toList());
        }
    }

    /** How many lines have this outcome. */
    public int count(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case FOUND -> found;
            case REFUSED -> refused;
        };
    }

    /** How many issues the file held. */
    public int all() {
        return created + found + refused;
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** Reads {@link #json}. */
    public static ImportReport read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }

    /** Counts lines as they come, and keeps the first. */
    public static final class Builder {

        private final int[] counts = new int[Outcome.values().length];
        /** By the numbers of their issues in the file. */
        private final Map<Integer, Line> refused = new LinkedHashMap<>();
        private final Map<Integer, Line> others = new LinkedHashMap<>();
        private final Map<String, FormerStatus> formerStatuses = new LinkedHashMap<>();
        private int all;

        /** The line of the next issue of the file. */
        public void add(Line line) {
            counts[line.outcome().ordinal()]++;
            Map<Integer, Line> kind = line.outcome() == Outcome.REFUSED ? refused : others;
            if (kind.size() < MAX_FIRST) {
                kind.put(all, line);
            }
            all++;
        }

        /** What was noted later of an issue that was not refused, by its number in the file from 0. */
        public void note(int number, List<String> notes) {
            others.computeIfPresent(number, (same, line) -> line.noting(notes));
        }

        /** An issue that is here had this status there, which is not the first of its type. */
        public void had(String status, String key) {
            if (formerStatuses.size() < MAX_STATUSES || formerStatuses.containsKey(status)) {
                formerStatuses.merge(status, new FormerStatus(status, 1, List.of(key)), (known, one) -> known.with(key));
            }
        }

        /** @param parts how many the file had */
        public ImportReport build(String into, int parts) {
            return new ImportReport(into, parts, counts[Outcome.CREATED.ordinal()], counts[Outcome.FOUND.ordinal()],
                    counts[Outcome.REFUSED.ordinal()],
                    Stream.concat(refused.values().stream(), others.values().stream()).limit(MAX_FIRST).toList(),
                    Optional.of(formerStatuses.values().stream().sorted(Comparator.comparing(FormerStatus::count).reversed()).toList()));
        }
    }
}
