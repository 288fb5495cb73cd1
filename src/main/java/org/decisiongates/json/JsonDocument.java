package org.decisiongates.json;

import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToIntFunction;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A format of the app's own, described by a record: written without what is empty, and read from anywhere. Depth, length, texts, numbers
 * and the count of values are bounded before they take memory; a component that is not an {@link java.util.Optional} has to be there; and
 * every complaint names the member and its place.
 *
 * @param <T> the record that holds the whole
 */
public final class JsonDocument<T> {

    private static final int DEEPEST_NESTING = 50;
    private static final int MAX_STRING_LENGTH = 16 * 1024;
    private static final int MAX_NUMBER_LENGTH = 60;
    /** The name of a member and its value. */
    private static final int TOKENS_OF_A_VALUE = 2;

    private final Class<T> type;
    private final String name;
    private final Bounds bounds;
    private final JsonMapper mapper;

    /**
     * How much is read at most.
     *
     * @param values objects, lists and plain values count one each
     * @param text   characters of one text
     */
    public record Bounds(int characters, int values, int text) {

        public Bounds(int characters, int values) {
            this(characters, values, MAX_STRING_LENGTH);
        }
    }

    /**
     * A format that grows: what a newer version of the app added is skipped.
     *
     * @param name   what complaints call it, {@code the summary}
     * @param mixIns annotations for records that say nothing of JSON themselves, by record
     */
    public JsonDocument(Class<T> type, String name, Bounds bounds, Map<Class<?>, Class<?>> mixIns) {
        this(type, name, bounds, mixIns, List.of());
    }

    private JsonDocument(Class<T> type, String name, Bounds bounds, Map<Class<?>, Class<?>> mixIns,
            List<DeserializationFeature> stricter) {
        this.type = type;
        this.name = name;
        this.bounds = bounds;
        JsonMapper.Builder builder = Json.mapper(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING)
                .maxDocumentLength(Long.MAX_VALUE).maxStringLength(bounds.text()).maxNameLength(MAX_STRING_LENGTH)
                .maxNumberLength(MAX_NUMBER_LENGTH).maxTokenCount((long) TOKENS_OF_A_VALUE * bounds.values()).build())
                .annotationIntrospector(new DocumentAnnotations())
                .addModule(new StrictValues())
                .changeDefaultPropertyInclusion(any -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null));
        mixIns.forEach(builder::addMixIn);
        stricter.forEach(builder::enable);
        this.mapper = builder.build();
    }

    /** A format in which a member that is not known is a mistake: what is written into it means something. */
    public static <T> JsonDocument<T> ofKnownMembers(Class<T> type, String name, Bounds bounds) {
        return new JsonDocument<>(type, name, bounds, Map.of(), List.of(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    /** {@code value} or a part of it. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** The same in lines, for people. */
    public String writeLines(Object value) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * The line of {@code text}, from 1, at which a member stands, or what encloses it where it is not there.
     *
     * @param place the way to it, {@code gates[0].rules[1].rule}
     */
    public int lineOf(String text, String place) {
        try (JsonParser json = mapper.createParser(text)) {
            return linesOf(json, List.of(place)).get(place);
        }
    }

    /** The same of several places, read once. What is no JSON is read as far as it is. */
    static Map<String, Integer> linesOf(JsonParser json, Collection<String> places) {
        Map<String, Integer> lines = new HashMap<>();
        places.forEach(place -> lines.put(place, 1));
        Map<String, String> open = new HashMap<>();
        places.forEach(place -> open.put(pointerOf(place), place));
        try {
            for (JsonToken token = json.nextToken(); token != null && !open.isEmpty(); token = json.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    String pointer = json.streamReadContext().pathAsPointer().toString();
                    int line = json.currentTokenLocation().getLineNr();
                    open.forEach((wanted, place) -> {
                        if ((wanted + "/").startsWith(pointer + "/")) {
                            lines.put(place, line);
                        }
                    });
                    open.remove(pointer);
                }
            }
        } catch (JacksonException e) {
            // as far as it was read
        }
        return lines;
    }

    private static String pointerOf(String place) {
        return place.isEmpty() ? "" : "/" + place.replace('.', '/').replace('[', '/').replace("]", "");
    }

    public T read(String text) throws UnreadableJsonException {
        if (text.length() > bounds.characters()) {
            throw new UnreadableJsonException(name + " is longer than " + bounds.characters() + " characters");
        }
        return read(mapper.createParser(text), text);
    }

    /** Part of another document, kept unread. */
    public T read(TokenBuffer part) throws UnreadableJsonException {
        return read(part.asParser(), "");
    }

    private T read(JsonParser json, String text) throws UnreadableJsonException {
        return value(json, place -> lineOf(text, place));
    }

    /** What a longer document holds beside its list. @param lineOf finds lines in that document */
    T value(TokenBuffer part, ToIntFunction<String> lineOf) throws UnreadableJsonException {
        return value(part.asParser(), lineOf);
    }

    private T value(JsonParser json, ToIntFunction<String> lineOf) throws UnreadableJsonException {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new UnreadableJsonException(name + " is not a JSON object");
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(e, json, "", lineOf);
        } finally {
            json.close();
        }
    }

    /** What complaints call it. */
    String name() {
        return name;
    }

    /** To read a document in UTF-8 by its tokens, within the bounds but for its length. The parser is not left to guess at encodings. */
    JsonParser parser(InputStream in) {
        return mapper.createParser(Channels.newReader(Channels.newChannel(in), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT), -1));
    }

    /** The value at which the parser is; null for null. */
    <E> E within(JsonParser json, Class<E> part) {
        return mapper.readerFor(part).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(json);
    }

    /**
     * What is wrong, in the words of the format.
     *
     * @param within the way to the value that was read
     * @param lineOf the line of a member, by the way to it
     */
    UnreadableJsonException unreadable(JacksonException e, JsonParser json, String within, ToIntFunction<String> lineOf) {
        int line = Math.max(1, json.currentLocation().getLineNr());
        if (e instanceof StreamConstraintsException) {
            return new UnreadableJsonException(name + " holds more than is read, such as a text of more than " + bounds.text()
                    + " characters: " + e.getOriginalMessage(), e, line);
        }
        if (e instanceof DatabindException wrong) {
            List<String> path = new ArrayList<>(members(e.getPath()));
            if (!within.isEmpty()) {
                path.add(0, within);
            }
            return new UnreadableJsonException(complaint(wrong, path), e, lineOf.applyAsInt(String.join(".", path)));
        }
        return new UnreadableJsonException(name + " is not JSON: " + e.getOriginalMessage(), e, line);
    }

    private String complaint(DatabindException e, List<String> path) {
        if (path.isEmpty()) {
            return name + " is not a JSON object";
        }
        String place = path.size() == 1 ? name : String.join(".", path.subList(0, path.size() - 1));
        String member = path.get(path.size() - 1);
        if (e instanceof UnrecognizedPropertyException) {
            return "member " + member + " of " + place + " is not known";
        }
        boolean isMissing = e instanceof InvalidNullException || e.getOriginalMessage().startsWith("Missing required creator property");
        return "member " + member + (isMissing ? " is missing in " + place : " of " + place + " is not " + expected(e));
    }

    private static String expected(DatabindException e) {
        if (e instanceof StrictValues.UnfitValueException unfit) {
            return unfit.expected();
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted != null && wanted.isEnum()) {
            return "one of the words this version knows";
        }
        return wanted != null && Collection.class.isAssignableFrom(wanted) ? "a list" : "an object";
    }

    /** {@code blockers}, {@code rows[0]}, {@code due}. */
    private static List<String> members(List<JacksonException.Reference> path) {
        StringJoiner members = new StringJoiner("\n");
        for (JacksonException.Reference step : path) {
            members.add(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName().replace('\n', ' '));
        }
        return members.length() == 0 ? List.of() : List.of(members.toString().replace("\n[", "[").split("\n"));
    }
}
