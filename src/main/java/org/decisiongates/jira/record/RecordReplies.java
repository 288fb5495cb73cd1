package org.decisiongates.jira.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.timeline.RowAtRevision;

/** What is answered about records; the components are the members of the JSON. */
final class RecordReplies {

    private RecordReplies() {
    }

    /** @param most how many rows of one kind an issue may have */
    record Rows(String issue, boolean editable, int most, List<Map<String, Object>> rows) {
    }

    /**
     * @param total how many issues there are in all pages
     * @param next  where the next page starts; empty at the last
     */
    record Page(long total, int start, Optional<Integer> next, List<Map<String, Object>> rows) {
    }

    record History(String issue, List<Entry> entries) {
    }

    /**
     * @param row  id of the row
     * @param from what it was; empty for a row that was added
     * @param to   what it became; empty for a row that was taken away
     */
    record Entry(Instant at, String actor, String row, Optional<Map<String, Object>> from, Optional<Map<String, Object>> to) {
    }

    /** A row that is stored. */
    static Map<String, Object> row(RowAtRevision<IssueRecord> stored, PeopleNames people, LongFunction<Optional<String>> keys) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", stored.revision().id());
        members.put("version", stored.revision().version());
        members.putAll(parts(stored.row(), people, keys));
        return members;
    }

    /**
     * The kind of a row and all parts that its kind has, an empty one as null.
     *
     * @param people what people are called by: a row names them by key
     * @param keys   keys of issues by their ids: of one that is gone, or that the caller may not see, there is none
     */
    static Map<String, Object> parts(IssueRecord row, PeopleNames people, LongFunction<Optional<String>> keys) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", row.kind().key());
        Map<RecordPart, String> parts = RecordParts.of(row);
        RecordPart.of(row.kind()).forEach(part -> members.put(part.key(), value(part, parts.get(part), people, keys)));
        return members;
    }

    private static Object value(RecordPart part, String text, PeopleNames people, LongFunction<Optional<String>> keys) {
        if (text == null) {
            return null;
        }
        return switch (part.form()) {
            case PERSON -> people.userName(text);
            case NUMBER -> new BigDecimal(text);
            case CRITERION, HYPOTHESIS -> Long.valueOf(text);
            case ISSUE -> keys.apply(Long.parseLong(text)).orElse(text);
            default -> text;
        };
    }
}
