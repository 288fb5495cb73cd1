package org.decisiongates.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

public class NamedValuesTest {

    private static final List<String> HOSTILE = List.of("a;b", "a\\;b", "\\", "\\\\", ";", "=", "a=b;c=d", "\\;\\=;",
            "<script>alert(1)</script>", "${jndi:ldap://x}",
            "line\nbreak\r\n", "\0", "ß漢\uD83D\uDE00", "\uD83D", "\u202Eevil", " spaces ", "';DROP TABLE X;--", "x".repeat(100_000));

    @Test
    public void whatIsWrittenIsRead() {
        for (String value : HOSTILE) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("first", value);
            members.put("second", "plain");
            members.put("third", value + value);
            assertEquals(members, NamedValues.read(NamedValues.write(members)));
        }
    }

    @Test
    public void anyTextSurvives() {
        String alphabet = "ab=;\\ \n\"";
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Map<String, String> members = new LinkedHashMap<>();
            for (int i = 0; i < 4; i++) {
                StringBuilder value = new StringBuilder("x");
                for (int length = random.nextInt(8); length > 0; length--) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                members.put("name-" + i, value.toString());
            }
            assertEquals("seed " + seed, members, NamedValues.read(NamedValues.write(members)));
        }
    }

    @Test
    public void readsWhateverComesWithoutFailingInAnyOtherWay() {
        String alphabet = "ab=;\\";
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                NamedValues.read(text.toString());
            } catch (IllegalArgumentException expected) {
                assertEquals("seed " + seed, true, expected.getMessage().startsWith("not name=value"));
            }
        }
    }

    @Test
    public void leavesOutWhatIsEmpty() {
        assertEquals("b=c", NamedValues.write(new java.util.TreeMap<>(Map.of("a", "", "b", "c"))));
        assertEquals("", NamedValues.write(Map.of()));
        assertEquals(Map.of(), NamedValues.read(""));
        assertEquals(Map.of("a", "b"), NamedValues.read("a=b;"));
    }

    @Test
    public void namesWhatHasNoName() {
        for (String text : List.of("=a", "a", ";a=b", "a=b;;c=d", "a=b;c")) {
            assertThrows(text, IllegalArgumentException.class, () -> NamedValues.read(text));
        }
    }

    @Test
    public void readsDaysOfYearsPeopleWrite() {
        assertEquals(LocalDate.of(2026, 11, 20), NamedValues.day("2026-11-20"));
        for (String text : List.of("", "2026-11-31", "20.11.2026", "+10000-01-01", "+999999999-12-31", "-0001-01-01", "0000-01-01",
                "9999-01-01", "2026-11-20T00:00")) {
            assertThrows(text, IllegalArgumentException.class, () -> NamedValues.day(text));
        }
    }
}
