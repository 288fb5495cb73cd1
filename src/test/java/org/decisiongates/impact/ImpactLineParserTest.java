package org.decisiongates.impact;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.impact.ImpactLineParser.Fault;
import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.ImpactLine.Direction;

public class ImpactLineParserTest {

    private static final String FAULT = "decision-gates.impact.fault.";

    @Test
    public void readsALineThatIsComplete() {
        assertEquals(
                anImpactLine().of("Checkout conversion").from("2.1").to("2.4").confidence("0.8").checkedOn(LocalDate.of(2026, 12, 31))
                        .came("2.35").line(),
                line(Part.CHECK, "2026-12-31", Part.ACTUAL, "2.35"));
    }

    @Test
    public void needsNeitherACheckDateNorAnActualValue() {
        ImpactLine line = line();
        assertEquals(Optional.empty(), line.check());
        assertEquals(Optional.empty(), line.actual());
    }

    @Test
    public void saysOfEveryOtherPartThatItIsMissing() {
        assertEquals(List.of(FAULT + "missing.metric", FAULT + "missing.unit", FAULT + "missing.direction", FAULT + "missing.baseline",
                FAULT + "missing.expected", FAULT + "missing.confidence"),
                ImpactLineParser.read(Map.of()).faults().stream().map(Fault::key).toList());
        for (String nothing : List.of(" ", "\t\r\n", "\u00A0\u3000", "\u200B\uFEFF\u202E", "\u0301")) {
            assertFaults(Part.METRIC, nothing, "missing.metric");
        }
    }

    @Test
    public void saysEverythingThatIsWrongAtOnceEachUnderItsPart() {
        ImpactLineParser.ParsedLine reading = ImpactLineParser
                .read(Map.of(Part.METRIC, "x".repeat(101), Part.UNIT, "y".repeat(21), Part.DIRECTION, "sideways", Part.BASELINE, "two",
                        Part.EXPECTED, "1e9", Part.CONFIDENCE, "200", Part.CHECK, "31.12.2026", Part.ACTUAL, "2,100"));

        assertEquals(Optional.empty(), reading.line());
        assertEquals(List.of(Part.values()), reading.faults().stream().map(Fault::part).toList());
    }

    @Test
    public void takesTextsUpToTheirLengthInAnyScript() {
        assertEquals("\uD83D\uDE80".repeat(100), line(Part.METRIC, "\uD83D\uDE80".repeat(100)).metric());
        assertEquals("\u05E9".repeat(20), line(Part.UNIT, "\u05E9".repeat(20)).unit());
        assertEquals("%", line(Part.UNIT, "%").unit());
        assertFaults(Part.METRIC, "\uD83D\uDE80".repeat(101), "too-long", "100", "101");
        assertFaults(Part.UNIT, "y".repeat(21), "too-long", "20", "21");
    }

    @Test
    public void readsOneMetricFromTwoWaysToTypeIt() {
        assertEquals("Checkout conversion", line(Part.METRIC, "  Checkout\u00A0 \n conversion\t").metric());
        assertEquals("Caf\u00E9 visits", line(Part.METRIC, "Cafe\u0301 visits").metric());
    }

    @Test
    public void refusesWhatNoDatabaseKeeps() {
        for (String text : List.of("a\u0000b", "a\u0007", "\uD83D", "a\uDE80b")) {
            assertFaults(Part.METRIC, text, "not-text");
        }
    }

    @Test
    public void readsPlainDecimals() {
        Map<String, String> meanings = Map.ofEntries(Map.entry("2.5", "2.5"), Map.entry("-2.50", "-2.5"), Map.entry("+7", "7"),
                Map.entry("100", "100"),
                Map.entry("0.000001", "0.000001"), Map.entry("007", "7"), Map.entry(".5", "0.5"), Map.entry("-0", "0"),
                Map.entry("\u22123", "-3"),
                Map.entry("999999999999999", "999999999999999"), Map.entry("123456789.123456", "123456789.123456"),
                Map.entry("1.0000000", "1"));
        meanings.forEach((typed, meant) -> assertEquals(typed, new BigDecimal(meant), line(Part.BASELINE, typed).baseline()));
    }

    @Test
    public void readsACommaThatCanOnlyBeADecimalComma() {
        Map<String, String> meanings = Map.of("2,5", "2.5", "12,50", "12.5", "0,125", "0.125", "1,2345", "1.2345", "1234,567", "1234.567",
                "-,5", "-0.5");
        meanings.forEach((typed, meant) -> assertEquals(typed, new BigDecimal(meant), line(Part.EXPECTED, typed).expected()));
    }

    @Test
    public void doesNotGuessWhatACommaMeans() {
        assertFaults(Part.EXPECTED, "1,234", "ambiguous-number", "1,234", "1234", "1.234");
        assertFaults(Part.EXPECTED, "-20,000", "ambiguous-number", "-20,000", "-20000", "-20.000");
    }

    @Test
    public void refusesWhatIsNoPlainNumber() {
        for (String text : List.of("two", "1e3", "1E-3", "0x10", "NaN", "Infinity", "1.234,5", "1,234.5", "1,234,567", "1.2.3", "1 000",
                "--1", "1-", ".", ",", "-",
                "5%", "\u0663", "\uFF11", "1_000", "1f", "1/3", "9".repeat(61), "$view")) {
            assertEquals(text, FAULT + "not-a-number", faults(Part.ACTUAL, text).get(0).key());
        }
    }

    @Test
    public void refusesNumbersNobodyCouldMean() {
        assertFaults(Part.BASELINE, "0.0000001", "too-many-decimals", "6");
        assertFaults(Part.BASELINE, "1000000000000000", "too-many-digits", "15");
        assertFaults(Part.BASELINE, "1234567890.123456", "too-many-digits", "15");
    }

    @Test
    public void readsConfidenceAsAShareOrAsAPercentage() {
        Map<String, String> meanings = Map.ofEntries(Map.entry("0", "0"), Map.entry("1", "1"), Map.entry("0.8", "0.8"),
                Map.entry("0,85", "0.85"), Map.entry("80%", "0.8"), Map.entry("80 %", "0.8"), Map.entry("80", "0.8"),
                Map.entry("2", "0.02"),
                Map.entry("12.5", "0.125"), Map.entry("12,5%", "0.125"), Map.entry("100", "1"), Map.entry("100%", "1"),
                Map.entry("1%", "0.01"));
        meanings.forEach((typed, meant) -> assertEquals(typed, new BigDecimal(meant), line(Part.CONFIDENCE, typed).confidence()));
        for (String text : List.of("1.01", "1.99", "101", "-0.1", "-80", "101%", "-1%")) {
            assertFaults(Part.CONFIDENCE, text, "not-a-share", text);
        }
        assertFaults(Part.CONFIDENCE, "high", "not-a-number", "high");
        assertFaults(Part.CONFIDENCE, "33.33333%", "too-many-decimals", "6");
    }

    @Test
    public void readsOnlyDaysThatExistWrittenFromYearToDay() {
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), line(Part.CHECK, " 2028-02-29 ").check());
        for (String text : List.of("2026-02-29", "2026-13-01", "31.12.2026", "12/31/2026", "2026-1-1", "20261231", "+12026-01-01",
                "tomorrow", "2026-12-31T00:00")) {
            assertFaults(Part.CHECK, text, "not-a-date", text);
        }
    }

    @Test
    public void readsDirectionsByTheirNames() {
        assertEquals(Direction.DOWN, line(Part.DIRECTION, "down").direction());
        assertFaults(Part.DIRECTION, "higher", "not-a-direction", "higher");
    }

    @Test
    public void repeatsWhatWasTypedShortAndPlain() {
        assertEquals(List.of("x".repeat(40) + "\u2026"), faults(Part.BASELINE, "x".repeat(500)).get(0).arguments());
        assertEquals(List.of("ab"), faults(Part.BASELINE, "a\u202E\u0007b").get(0).arguments());
    }

    private static ImpactLine line(Object... changes) {
        ImpactLineParser.ParsedLine reading = ImpactLineParser.read(typed(changes));
        assertEquals(List.of(), reading.faults());
        return reading.line().orElseThrow();
    }

    private static List<Fault> faults(Part part, String text) {
        ImpactLineParser.ParsedLine reading = ImpactLineParser.read(typed(part, text));
        assertTrue(text, reading.line().isEmpty());
        return reading.faults();
    }

    private static void assertFaults(Part part, String text, String key, String... arguments) {
        assertEquals(text, List.of(new Fault(part, FAULT + key, List.of(arguments))), faults(part, text));
    }

    private static Map<Part, String> typed(Object... changes) {
        Map<Part, String> typed = new EnumMap<>(
                Map.of(Part.METRIC, "Checkout conversion", Part.UNIT, "%", Part.DIRECTION, "UP", Part.BASELINE, "2.1",
                        Part.EXPECTED, "2.4", Part.CONFIDENCE, "0.8"));
        for (int i = 0; i < changes.length; i += 2) {
            typed.put((Part) changes[i], (String) changes[i + 1]);
        }
        return typed;
    }
}
