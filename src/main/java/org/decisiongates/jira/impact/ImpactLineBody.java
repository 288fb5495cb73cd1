package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** A line as it is sent. What is no JSON object is refused as a whole; of an object, every member that cannot be taken is named. */
final class ImpactLineBody {

    static final String VERSION = "version";

    private static final int MAX_NAME_LENGTH = 40;

    private final Map<Part, String> typed = new EnumMap<>(Part.class);
    private final Map<String, Message> faults = new LinkedHashMap<>();
    private Optional<Integer> version = Optional.empty();

    private ImpactLineBody() {
    }

    static ImpactLineBody read(InputStream stream) throws IOException {
        ImpactLineBody body = new ImpactLineBody();
        RequestBody.members(stream).forEach(body::member);
        return body;
    }

    /** What was given for the parts of a line. */
    Map<Part, String> typed() {
        return typed;
    }

    /** The version of the line that the sender has seen. */
    Optional<Integer> version() {
        return version;
    }

    /** What is wrong with single members, by name. */
    Map<String, Message> faults() {
        return faults;
    }

    private void member(String name, Value value) {
        Optional<Part> part = Part.keyed(name);
        if (name.equals(VERSION)) {
            version = version(value.text().orElse(null));
            if (version.isEmpty()) {
                faults.put(VERSION, noVersion());
            }
        } else if (part.isEmpty()) {
            faults.put(Abbreviation.cut(name, MAX_NAME_LENGTH),
                    Message.of("decision-gates.impact.body.unknown", Stream.concat(Arrays.stream(Part.values()).map(Part::key),
                            Stream.of(VERSION)).collect(Collectors.joining(", "))));
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
        return Message.of("decision-gates.impact.body.no-version");
    }
}
