package org.decisiongates.issue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.text.NamedValues;

/**
 * One expectation about one number customers notice. On a Blocker it says what happens to the number if the Blocker stays, so that a
 * threat to a number lowers it.
 *
 * @param metric     name of the number, {@code Checkout conversion}
 * @param unit       its unit, {@code %}; values of different units are never added
 * @param direction  which way is good
 * @param baseline   the value today
 * @param expected   the value expected
 * @param confidence 0 to 1
 * @param check      when it will be checked, project zone
 * @param actual     what it turned out to be
 */
public record ImpactLine(String metric, String unit, Direction direction, BigDecimal baseline, BigDecimal expected, BigDecimal confidence,
        Optional<LocalDate> check, Optional<BigDecimal> actual) {

    /** Which way a number should move. Stored by name. */
    public enum Direction { UP, DOWN }

    /** {@code confidence × (expected − baseline)}: M12 in docs/metrics.md. */
    public BigDecimal weight() {
        return confidence.multiply(expected.subtract(baseline));
    }

    /** The notation the journal stores. */
    public String text() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("metric", metric);
        members.put("unit", unit);
        members.put("direction", direction.name());
        members.put("baseline", baseline.toPlainString());
        members.put("expected", expected.toPlainString());
        members.put("confidence", confidence.toPlainString());
        members.put("check", check.map(LocalDate::toString).orElse(""));
        members.put("actual", actual.map(BigDecimal::toPlainString).orElse(""));
        return NamedValues.write(members);
    }

    /** Reads {@link #text()}. Throws {@link IllegalArgumentException} or {@link java.time.DateTimeException} for invalid text. */
    public static ImpactLine of(String text) {
        Map<String, String> members = NamedValues.read(text);
        return new ImpactLine(members.getOrDefault("metric", ""), members.getOrDefault("unit", ""),
                Direction.valueOf(members.getOrDefault("direction", "UP")),
                number(members, "baseline"), number(members, "expected"), number(members, "confidence"),
                Optional.ofNullable(members.get("check")).map(LocalDate::parse),
                Optional.ofNullable(members.get("actual")).map(BigDecimal::new));
    }

    private static BigDecimal number(Map<String, String> members, String name) {
        return new BigDecimal(members.getOrDefault(name, "0"));
    }
}
