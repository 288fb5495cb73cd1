package org.decisiongates.issue;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.issue.ImpactLine.Direction;

public class ImpactLineTest {

    /** What a column of the journal holds at least. */
    private static final int COLUMN = 450;

    @Test
    public void isTheSameAfterItWasWrittenDown() {
        ImpactLine whole = anImpactLine().of("Checkout conversion").towards(Direction.DOWN).from("-2.1").to("0").confidence("0.8")
                .checkedOn(LocalDate.of(2026, 12, 31)).came("0.000001").line();
        assertEquals(
                "metric=Checkout conversion;unit=%;direction=DOWN;baseline=-2.1;expected=0;confidence=0.8;check=2026-12-31;actual=0.000001",
                whole.text());
        assertEquals(whole, ImpactLine.of(whole.text()));
    }

    @Test
    public void keepsTextsThatLookLikeItsOwnNotation() {
        for (String text : List.of(";", "\\", "\\;", ";\\", "\\\\;;", "=", "a=b;c=d", "metric=x;unit=y", ";;direction=DOWN", "x\\",
                "unit=\\;", "'\"<b>&", "\u202Ea;b",
                "\uD83D\uDE80;\uD83D\uDE80", GoldenHtml.HOSTILE)) {
            ImpactLine line = line(text, text);
            assertEquals(text, line, ImpactLine.of(line.text()));
        }
    }

    @Test
    public void keepsWhateverCanBeTyped() {
        Random random = new Random(20261122);
        String alphabet = ";=\\\\;;== ab\u00E9\u05E9\u202E%'\"<&\uFFFD";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ImpactLine line = ImpactLineParser.read(typed(text.toString(), "%")).line().orElseThrow();
            assertEquals(line, ImpactLine.of(line.text()));
        }
    }

    @Test
    public void fitsIntoAColumnHoweverLongItsPartsAre() {
        for (String character : List.of(";", "\\", "\uD83D\uDE80", "\u05E9")) {
            ImpactLine line = ImpactLineParser
                    .read(Map.of(Part.METRIC, character.repeat(100), Part.UNIT, character.repeat(20), Part.DIRECTION, "DOWN",
                            Part.BASELINE, "-123456789.123456", Part.EXPECTED, "-123456789.123456", Part.CONFIDENCE, "0.123456", Part.CHECK,
                            "2026-12-31",
                            Part.ACTUAL, "-123456789.123456"))
                    .line().orElseThrow();
            assertTrue(character + " " + line.text().length(), line.text().length() <= COLUMN);
            assertEquals(line, ImpactLine.of(line.text()));
        }
    }

    @Test
    public void refusesNonsense() {
        for (String text : List.of("metric", "=x", "baseline=two", "check=never", "direction=SIDEWAYS")) {
            assertThrows(text, RuntimeException.class, () -> ImpactLine.of(text));
        }
    }

    @Test
    public void weighsWhatIsExpectedByHowSureOneIs() {
        assertEquals(new BigDecimal("0.24"), line("Conversion", "%").weight());
    }

    private static ImpactLine line(String metric, String unit) {
        return anImpactLine().of(metric).in(unit).from("2.1").to("2.4").confidence("0.8").line();
    }

    private static Map<Part, String> typed(String metric, String unit) {
        return Map.of(Part.METRIC, metric, Part.UNIT, unit, Part.DIRECTION, "UP", Part.BASELINE, "2.1", Part.EXPECTED, "2.4",
                Part.CONFIDENCE, "0.8");
    }
}
