package org.decisiongates.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The body of a call, which is to be JSON: in UTF-8 without a byte order mark, as RFC 8259 has systems exchange it, not nested deeper than
 * ten levels, no member twice. Whatever else is sent is no JSON here; the parser is not left to guess at encodings, which it does for
 * UTF-16 and UTF-32 and not without failing.
 */
public final class JsonBody {

    private static final int DEEPEST = 10;
    private static final JsonMapper JSON = Json.mapper(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .addModule(new SimpleModule().addDeserializer(Value.class, new AsSent())).build();
    private static final TypeReference<Map<String, Value>> MEMBERS = new TypeReference<>() {
    };

    private final String text;

    private JsonBody(String text) {
        this.text = text;
    }

    /**
     * Reads the bytes, not yet what they say.
     *
     * @param stream   null for no body
     * @param longest  in bytes
     * @throws TooLong when there are more
     * @throws NotJson when they are not UTF-8
     * @throws IOException when the connection breaks
     */
    public static JsonBody of(InputStream stream, int longest) throws IOException, TooLong, NotJson {
        byte[] bytes = stream == null ? new byte[0] : stream.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new TooLong();
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw NotJson.behind(text.toString());
        }
        return new JsonBody(text.toString());
    }

    /** Whether nothing was sent, or only white space. */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /** What was sent, unread: it may be no JSON. */
    public String text() {
        return text;
    }

    /**
     * The members of the one object it is to be, in their order.
     *
     * @return empty when it is JSON and no object
     */
    public Optional<Map<String, Value>> members() throws NotJson {
        try {
            return Optional.ofNullable(JSON.readValue(text, MEMBERS));
        } catch (DatabindException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw NotJson.at(e.getLocation());
        }
    }

    /** Reads to the end and keeps nothing. */
    public void check() throws NotJson {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            json.skipChildren();
            if (json.nextToken() != null) {
                throw NotJson.at(json.currentLocation());
            }
        } catch (JacksonException e) {
            throw NotJson.at(e.getLocation());
        }
    }

    /**
     * The value of a member.
     *
     * @param text   a text, or a number as it was sent
     * @param isNull whether it is null, which stands for nothing
     */
    public record Value(Optional<String> text, boolean isNull) {
    }

    private static final class AsSent extends StdScalarDeserializer<Value> {

        AsSent() {
            super(Value.class);
        }

        @Override
        public Value deserialize(JsonParser json, DeserializationContext context) {
            boolean isPlain = json.hasToken(JsonToken.VALUE_STRING) || json.currentToken().isNumeric();
            Value value = new Value(isPlain ? Optional.of(json.getString()) : Optional.empty(), false);
            json.skipChildren();
            return value;
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return new Value(Optional.empty(), true);
        }
    }

    /** The body is longer than its reader takes. */
    public static final class TooLong extends Exception {
    }

    /** The body is no JSON. */
    public static final class NotJson extends Exception {

        private final int line;
        private final int column;

        private NotJson(int line, int column) {
            this.line = line;
            this.column = column;
        }

        private static NotJson at(TokenStreamLocation place) {
            return place == null ? new NotJson(1, 1) : new NotJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        }

        private static NotJson behind(String text) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            return new NotJson(line, text.length() - text.lastIndexOf('\n'));
        }

        /** From 1. */
        public int line() {
            return line;
        }

        /** From 1. */
        public int column() {
            return column;
        }
    }
}
