package org.decisiongates.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON, member by member in the order of their components. The library is embedded: whatever Jackson a host brings does not
 * matter. See ADR 0055.
 */
public final class Json {

    /** Beyond this, written out, a number would take more room than any number people compare. */
    private static final int WIDEST_SCALE = 60;
    private static final JsonMapper REPLIES = mapper(StreamReadConstraints.defaults()).build();

    private Json() {
    }

    /** {@code value} as a reply of REST: an empty component is null, a constant is written by its name. */
    public static String write(Object value) {
        return REPLIES.writeValueAsString(value);
    }

    /** The same in lines, for people and programs, whatever this machine ends a line with. */
    public static String lines(Object value) {
        return REPLIES.writerWithDefaultPrettyPrinter().writeValueAsString(value).replace(System.lineSeparator(), "\n");
    }

    /** {@code number} in at most 34 digits; empty when it is too large or too small to be written out. */
    public static Optional<BigDecimal> carried(BigDecimal number) {
        return Optional.of(number.precision() > MathContext.DECIMAL128.getPrecision() ? number.round(MathContext.DECIMAL128) : number)
                .filter(Json::isCarried);
    }

    /** Years beyond four digits overflow when they are moved to a zone, and no calendar on a page means them. */
    public static boolean isWritten(int year) {
        return year >= 1 && year <= 9998;
    }

    static boolean isCarried(BigDecimal number) {
        return number.precision() <= MathContext.DECIMAL128.getPrecision() && Math.abs((long) number.scale()) <= WIDEST_SCALE;
    }

    /** What every mapper of the app has in common: unknown members are skipped, a member that is there twice is refused. */
    static JsonMapper.Builder mapper(StreamReadConstraints constraints) {
        JsonFactory factory = JsonFactory.builder().characterEscapes(new SurrogatesEscaped()).streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        return JsonMapper.builder(factory)
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }
}
