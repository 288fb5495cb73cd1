package org.decisiongates.jira.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.record.RecordPart;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** A row as it is sent. What is no JSON object is refused as a whole; of an object, every member that cannot be taken is named. */
final class RecordBody {

    static final String VERSION = "version";

    private static final int MAX_NAME_LENGTH = 40;

    private final Kind kind;
    private final Map<RecordPart, String> typed = new EnumMap<>(RecordPart.class);
    private final Map<String, Message> faults = new LinkedHashMap<>();
    private Optional<Integer> version = Optional.empty();

    private RecordBody(Kind kind) {
        this.kind = kind;
    }

    static RecordBody read(Kind kind, InputStream stream) throws IOException {
        RecordBody body = new RecordBody(kind);
        RequestBody.members(stream).forEach(body::member);
        return body;
    }

    /** What was given for the parts of a row. */
    Map<RecordPart, String> typed() {
        return typed;
    }

    /** The version of the row that the sender has seen. */
    Optional<Integer> version() {
        return version;
    }

    /** What is wrong with single members, by name. */
    Map<String, Message> faults() {
        return faults;
    }

    private void member(String name, Value value) {
        Optional<RecordPart> part = RecordPart.keyed(kind, name);
        if (name.equals(VERSION)) {
            version = version(value.text().orElse(null));
            if (version.isEmpty()) {
                faults.put(VERSION, noVersion());
            }
        } else if (part.isEmpty()) {
            faults.put(Abbreviation.cut(name, MAX_NAME_LENGTH), Message.of("decision-gates.impact.body.unknown",
                    Stream.concat(RecordPart.of(kind).stream().map(RecordPart::key), Stream.of(VERSION))
                            .collect(Collectors.joining(", "))));
        } else if (value.text().isPresent()) {
            typed.put(part.get(), value.text().get());
        } else if (!value.isNull()) {
            faults.put(name, Message.of("decision-gates.impact.body.not-a-value"));
        }
    }

    /** The version that {@code text} is; nothing for anything else. */
    static Optional<Integer> version(String text) {
        return Optional.ofNullable(text).filter(digits -> digits.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf);
    }

    static Message noVersion() {
        return Message.of("decision-gates.record.no-version");
    }
}
