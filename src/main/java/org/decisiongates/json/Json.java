package org.decisiongates.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;

/**
 * One JSON object as text, and back. What is read may come from anywhere: depth, length, texts, numbers and the count of values are
 * bounded before they take memory.
 */
public final class Json {

    private static final int DEEPEST_NESTING = 50;
    private static final int LONGEST_STRING = 16 * 1024;
    private static final int LONGEST_NUMBER = 60;
    /** Beyond this, written out, a number would take more room than any number people compare. */
    private static final int WIDEST_SCALE = 60;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new SurrogatesEscaped())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxDocumentLength(Long.MAX_VALUE)
                    .maxStringLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Json() {
    }

    /** How much is read at most; an object, a list and a plain value count one each. */
    public record Bounds(int characters, int values) {
    }

    /** {@code value} as one object; texts longer than {@code longestText} characters are cut. */
    public static <T> String write(T value, int longestText, Writing.Part<T> part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            part.write(new Writing(json, longestText), value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        return text.toString();
    }

    /**
     * The one object that {@code text} holds.
     *
     * @param name what complaints call it, {@code the summary}
     */
    public static Members read(String text, String name, Bounds bounds) throws UnreadableJsonException {
        if (text.length() > bounds.characters()) {
            throw new UnreadableJsonException(name + " is longer than " + bounds.characters() + " characters", null);
        }
        try (JsonParser json = JSON.createParser(text)) {
            return new Reading(json, bounds.values()).only(name);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new UnreadableJsonException(name + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be read from", e);
        }
    }

    /** {@code number} as it travels, at most 34 digits; empty when it is too large or too small to be written out. */
    public static Optional<BigDecimal> carried(BigDecimal number) {
        return Optional.of(number.precision() > MathContext.DECIMAL128.getPrecision() ? number.round(MathContext.DECIMAL128) : number)
                .filter(Json::isCarried);
    }

    static boolean isCarried(BigDecimal number) {
        return number.precision() <= MathContext.DECIMAL128.getPrecision() && Math.abs((long) number.scale()) <= WIDEST_SCALE;
    }

    /** {@code NOT_ENOUGH_DATA} as {@code not-enough-data}. */
    static String travelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Years beyond four digits overflow when they are moved to a zone, and no calendar on a page means them. */
    static boolean isWritten(int year) {
        return year >= 1 && year <= 9998;
    }
}
