package org.decisiongates.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

/** The members of one object as they are written. What is empty is left out. */
public final class Writing {

    private final JsonGenerator json;
    private final int longestText;

    Writing(JsonGenerator json, int longestText) {
        this.json = json;
        this.longestText = longestText;
    }

    /** How a value becomes the members of an object. */
    @FunctionalInterface
    public interface Part<T> {
        void write(Writing out, T value) throws IOException;
    }

    public void text(String name, String value) throws IOException {
        json.writeStringField(name, cut(value, longestText));
    }

    /** Left out, too, in a year that would not be read: people type years of five digits. */
    public void day(String name, Optional<LocalDate> value) throws IOException {
        optional(name, value.filter(day -> Json.isWritten(day.getYear())));
    }

    /** The text that {@code value} prints as. */
    public void optional(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    public void choice(String name, Enum<?> value) throws IOException {
        json.writeStringField(name, Json.travelling(value));
    }

    public void claim(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    public void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** Left out, too, when it cannot be carried. */
    public void decimal(String name, Optional<BigDecimal> value) throws IOException {
        Optional<BigDecimal> carried = value.flatMap(Json::carried);
        if (carried.isPresent()) {
            json.writeNumberField(name, carried.get());
        }
    }

    public void decimals(String name, Map<String, BigDecimal> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, BigDecimal> value : values.entrySet()) {
            decimal(cut(value.getKey(), longestText), Optional.of(value.getValue()));
        }
        json.writeEndObject();
    }

    public void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(cut(value, longestText));
        }
        json.writeEndArray();
    }

    public void numbers(String name, List<Long> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (long value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    public <T> void object(String name, T value, Part<T> part) throws IOException {
        json.writeObjectFieldStart(name);
        part.write(this, value);
        json.writeEndObject();
    }

    public <T> void objects(String name, List<T> values, Part<T> part) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            part.write(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
