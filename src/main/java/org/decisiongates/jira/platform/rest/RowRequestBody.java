package org.decisiongates.jira.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.RowRevision;

/**
 * A row of an issue as it is sent, part by part. What is no JSON object is refused as a whole; of an object, every member that cannot be
 * taken is named.
 *
 * @param <P> the parts of a row
 */
public final class RowRequestBody<P> {

    private static final String VERSION = "version";
    private static final int MAX_NAME_LENGTH = 40;

    private final Map<String, P> parts;
    private final boolean isStored;
    private final Map<P, String> typed = new LinkedHashMap<>();
    private final Map<String, Message> faults = new LinkedHashMap<>();
    private Optional<Integer> version = Optional.empty();

    private RowRequestBody(Map<String, P> parts, boolean isStored) {
        this.parts = parts;
        this.isStored = isStored;
    }

    /**
     * Of a row that is new, which has no version.
     *
     * @param parts the parts that a row has, by the names of their members, in the order in which these are told
     */
    public static <P> RowRequestBody<P> read(InputStream sent, Map<String, P> parts) throws IOException {
        return read(sent, new RowRequestBody<>(parts, false));
    }

    /** The same of a row that is stored: it names the version that the sender has seen. */
    public static <P> RowRequestBody<P> readStored(InputStream sent, Map<String, P> parts) throws IOException {
        RowRequestBody<P> body = read(sent, new RowRequestBody<>(parts, true));
        if (body.version.isEmpty()) {
            body.faults.put(VERSION, noVersion());
        }
        return body;
    }

    private static <P> RowRequestBody<P> read(InputStream sent, RowRequestBody<P> body) throws IOException {
        RequestBody.members(sent).forEach(body::member);
        return body;
    }

    /** What was given for the parts of the row. */
    public Map<P, String> typed() {
        return typed;
    }

    /** Refuses the call if anything is wrong with the members, or with what they say: all of it is said at once. */
    public void requireSound(Map<String, Message> faultsOfParts) {
        Map<String, Message> all = new LinkedHashMap<>(faultsOfParts);
        all.putAll(faults);
        if (!all.isEmpty()) {
            throw new ProblemException(400, all);
        }
    }

    /** @param id number of the row, unchecked from the address */
    public RowRevision revision(String id) {
        return new RowRevision(number(id), version.orElseThrow());
    }

    /**
     * The revision that an address names.
     *
     * @param id      number of the row, unchecked
     * @param version the version that the caller has seen, unchecked
     */
    public static RowRevision revision(String id, String version) {
        return new RowRevision(number(id), version(version).orElseThrow(() -> new ProblemException(400, Map.of(VERSION, noVersion()))));
    }

    private void member(String name, Value value) {
        P part = parts.get(name);
        if (isStored && name.equals(VERSION)) {
            version = version(value.text().orElse(null));
            if (version.isEmpty()) {
                faults.put(VERSION, noVersion());
            }
        } else if (part == null) {
            faults.put(Abbreviation.cut(name, MAX_NAME_LENGTH), Message.of("decision-gates.impact.body.unknown",
                    Stream.concat(parts.keySet().stream(), Stream.of(VERSION).filter(one -> isStored)).collect(Collectors.joining(", "))));
        } else if (value.text().isPresent()) {
            typed.put(part, value.text().get());
        } else if (!value.isNull()) {
            faults.put(name, Message.of("decision-gates.impact.body.not-a-value"));
        }
    }

    private static Optional<Integer> version(String text) {
        return Optional.ofNullable(text).filter(digits -> digits.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf);
    }

    private static Message noVersion() {
        return Message.of("decision-gates.impact.body.no-version");
    }

    /** No row has number 0. */
    private static long number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
    }
}
