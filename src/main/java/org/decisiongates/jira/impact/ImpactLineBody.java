package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.json.JsonBody;

/** A line as it is sent. What is no JSON object is refused as a whole; of an object, every member that cannot be taken is named. */
final class ImpactLineBody {

    static final String VERSION = "version";

    /** The longest line people can type takes a quarter of it. */
    static final int MOST_BYTES = 8 * 1024;

    private static final int LONGEST_NAME = 40;

    private final Map<Part, String> typed = new EnumMap<>(Part.class);
    private final Map<String, Said> faults = new LinkedHashMap<>();
    private Optional<Integer> version = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();

    private ImpactLineBody() {
    }

    static ImpactLineBody read(InputStream stream) throws IOException {
        ImpactLineBody body = new ImpactLineBody();
        try {
            JsonBody.of(stream, MOST_BYTES).read(body::read);
        } catch (JsonBody.TooLong e) {
            body.refuse(413, "decision-gates.impact.body.too-long", String.valueOf(MOST_BYTES));
        } catch (JsonBody.NotJson e) {
            body.refuse(400, "decision-gates.impact.body.not-json", String.valueOf(e.line()), String.valueOf(e.column()));
        }
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
    Map<String, Said> faults() {
        return faults;
    }

    /** Why nothing of it can be read. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    private void read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            refuse(400, "decision-gates.impact.body.not-an-object");
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            member(name, json.nextToken(), json);
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            refuse(400, "decision-gates.impact.body.not-an-object");
        }
    }

    private void member(String name, JsonToken value, JsonParser json) throws IOException {
        Optional<Part> part = Part.keyed(name);
        if (name.equals(VERSION)) {
            version(json.getText());
        } else if (part.isEmpty()) {
            faults.put(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                    new Said("decision-gates.impact.body.unknown", List.of(
                            Stream.concat(Arrays.stream(Part.values()).map(Part::key), Stream.of(VERSION))
                                    .collect(Collectors.joining(", ")))));
        } else if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
            typed.put(part.get(), json.getText());
        } else if (value != JsonToken.VALUE_NULL) {
            faults.put(name, new Said("decision-gates.impact.body.not-a-value", List.of()));
        }
    }

    private void version(String text) {
        if (text != null && text.matches("[1-9][0-9]{0,8}")) {
            version = Optional.of(Integer.valueOf(text));
        } else {
            faults.put(VERSION, new Said("decision-gates.impact.body.no-version", List.of()));
        }
    }

    private void refuse(int status, String key, String... arguments) {
        refusal = Optional.of(new Refusal(status, new Said(key, List.of(arguments))));
    }

    /** A message before it is put into somebody's language. */
    record Said(String key, List<String> arguments) {
    }

    /** Why a body is refused as a whole. */
    record Refusal(int status, Said why) {
    }
}
