package org.decisiongates.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.Test;

public class CanonicalJsonTest {

    @Test
    public void writesWhatTheRfcHasForIt() {
        assertEquals("{\"a\":[\"x\",[],{}],\"b\":\"\"}", CanonicalJson.write(Map.of("b", "", "a", List.of("x", List.of(), Map.of()))));
        // the example of RFC 8785, section 3.2.3: names are sorted by UTF-16 units
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                        + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.write(Map.of("\u20ac", "Euro Sign", "\r", "Carriage Return", "\ufb33", "Hebrew Letter Dalet With Dagesh", "1",
                        "One", "\ud83d\ude00", "Emoji: Grinning Face", "\u0080", "Control\u007f", "\u00f6",
                        "Latin Small Letter O With Diaeresis")));
        assertEquals("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u2028<\"", CanonicalJson.write("\"\\/\b\t\n\f\r\u0000\u001f\u2028<"));
    }

    @Test
    public void keepsApartWhatDiffersInHalfAPair() {
        assertEquals("\"\\ud83d\"", CanonicalJson.write("\ud83d"));
        assertEquals("\"\\ude00\\ud83d\"", CanonicalJson.write("\ude00\ud83d"));
    }

    @Test
    public void knowsTextsListsAndObjectsAlone() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(1));
    }
}
