package org.decisiongates.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/** Plain values as documents have them: of exactly the kind that is written, and small enough to compute with. */
final class StrictValues extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final Set<JsonToken> NUMBERS = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    StrictValues() {
        add(String.class, "a string", StrictValues::text);
        add(Boolean.class, "true or false", StrictValues::claim);
        add(BigDecimal.class, "a number", StrictValues::decimal);
        add(Long.class, "a whole number that counts something", StrictValues::count);
        add(Instant.class, "an instant in UTC", StrictValues::instant);
        add(LocalDate.class, "a date", StrictValues::date);
        addDeserializer(boolean.class, new Strict<>(Boolean.class, "true or false", StrictValues::claim, false));
        addDeserializer(long.class, new Strict<>(Long.class, "a whole number that counts something", StrictValues::count, 0L));
    }

    private <T> void add(Class<T> type, String expected, Value<T> value) {
        addDeserializer(type, new Strict<>(type, expected, value, null));
    }

    static String text(JsonParser json) {
        require(json.hasToken(JsonToken.VALUE_STRING));
        return json.getString();
    }

    private static boolean claim(JsonParser json) {
        require(json.hasToken(JsonToken.VALUE_TRUE) || json.hasToken(JsonToken.VALUE_FALSE));
        return json.hasToken(JsonToken.VALUE_TRUE);
    }

    private static BigDecimal decimal(JsonParser json) {
        require(NUMBERS.contains(json.currentToken()));
        BigDecimal number = new BigDecimal(json.getString());
        require(Json.isCarried(number));
        return number;
    }

    /** A whole number, zero or more. */
    private static long count(JsonParser json) {
        BigDecimal number = decimal(json);
        require(number.scale() == 0 && number.signum() >= 0 && number.compareTo(MAX) <= 0);
        return number.longValue();
    }

    private static Instant instant(JsonParser json) {
        Instant instant = Instant.parse(text(json));
        require(Json.isWritten(instant.atOffset(ZoneOffset.UTC).getYear()));
        return instant;
    }

    private static LocalDate date(JsonParser json) {
        LocalDate date = LocalDate.parse(text(json));
        require(Json.isWritten(date.getYear()));
        return date;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("of another kind");
        }
    }

    /** What is made of the current token; throws {@link IllegalArgumentException} and its like when it is not of the kind. */
    interface Value<T> {
        T of(JsonParser json);
    }

    static class Strict<T> extends StdScalarDeserializer<T> {

        private final String expected;
        private final transient Value<T> value;
        private final transient T absent;

        /** @param absent stands for a value that may be left out; null for none */
        Strict(Class<T> type, String expected, Value<T> value, T absent) {
            super(type);
            this.expected = expected;
            this.value = value;
            this.absent = absent;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            try {
                return value.of(json);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new UnfitValueException(json, expected);
            }
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return absent;
        }
    }

    /** A value that is not of the kind its member has. */
    static final class UnfitValueException extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private final String expected;

        UnfitValueException(JsonParser json, String expected) {
            super(json, "not " + expected);
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }
}
