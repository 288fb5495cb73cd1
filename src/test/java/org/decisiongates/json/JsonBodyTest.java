package org.decisiongates.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.Test;

public class JsonBodyTest {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final String OBJECT = "{\"metric\":\"Conversion\"}";

    @Test
    public void takesJsonInUtf8() throws Exception {
        for (String json : List.of(OBJECT, " {} ", "[]", "1", "null", "\"\u00e9 \uD83D\uDE00 \u0000e9\"".replace("\u0000", "\\u00"),
                "{\"a\":{\"b\":[1,2,3]}}")) {
            body(json.getBytes(StandardCharsets.UTF_8)).check();
        }
        assertTrue(body(new byte[0]).isEmpty());
        assertTrue(body(" \n\t".getBytes(StandardCharsets.UTF_8)).isEmpty());
        assertTrue(JsonBody.of(null, MAX_LENGTH).isEmpty());
    }

    @Test
    public void callsEverythingElseNoJson() {
        for (Map.Entry<String, byte[]> sent : malformed().entrySet()) {
            assertThrows(sent.getKey(), JsonBody.NotJson.class, () -> body(sent.getValue()).check());
        }
    }

    @Test
    public void throwsNothingElseWhateverIsSent() {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(40)]
                    : OBJECT.getBytes(i % 4 == 1 ? StandardCharsets.UTF_8 : Charset.forName("UTF-32LE"));
            if (i % 2 == 0) {
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                body(bytes).check();
            } catch (JsonBody.NotJson e) {
                assertTrue(e.line() > 0 && e.column() > 0);
            } catch (Exception e) {
                throw new AssertionError(HexFormat.of().formatHex(bytes), e);
            }
        }
    }

    @Test
    public void saysWhere() {
        JsonBody.NotJson syntax = assertThrows(JsonBody.NotJson.class,
                () -> body("{\n \"a\": nonsense}".getBytes(StandardCharsets.UTF_8)).check());
        assertEquals(2, syntax.line());
        JsonBody.NotJson bytes = assertThrows(JsonBody.NotJson.class,
                () -> body(joined("{\n\"a\":\"".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xc0, (byte) 0x80})).check());
        assertEquals(2, bytes.line());
        assertEquals(6, bytes.column());
    }

    @Test
    public void readsNoMoreThanItsReaderTakes() throws Exception {
        body(("\"" + "x".repeat(MAX_LENGTH - 2) + "\"").getBytes(StandardCharsets.UTF_8)).check();
        assertThrows(JsonBody.TooLong.class, () -> body(("\"" + "x".repeat(MAX_LENGTH - 1) + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, byte[]> malformed() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            byte[] encoded = OBJECT.getBytes(Charset.forName(charset));
            all.put(charset, encoded);
            all.put(charset + " cut", java.util.Arrays.copyOf(encoded, encoded.length - 3));
            all.put(charset + " with a mark", joined("\uFEFF".getBytes(Charset.forName(charset)), encoded));
        }
        byte[] utf8 = OBJECT.getBytes(StandardCharsets.UTF_8);
        all.put("UTF-8 with a mark", joined("\uFEFF".getBytes(StandardCharsets.UTF_8), utf8));
        all.put("UCS-4 in the order 2143", swapped(OBJECT, 2, 3, 0, 1));
        all.put("UCS-4 in the order 3412", swapped(OBJECT, 1, 0, 3, 2));
        all.put("a UCS-4 mark alone", new byte[] {0, 0, (byte) 0xfe, (byte) 0xff});
        all.put("a UCS-4 mark in the order 2143", new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 0, 0, 0, '{'});
        all.put("a UCS-4 mark in the order 3412", new byte[] {(byte) 0xfe, (byte) 0xff, 0, 0, 0, 0, '{', 0});
        all.put("beyond Unicode", new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        all.put("NUL", new byte[] {0});
        all.put("NUL behind it", joined(utf8, new byte[] {0}));
        all.put("NUL in a text", "\"a\0b\"".getBytes(StandardCharsets.UTF_8));
        all.put("overlong", joined("\"".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xc0, (byte) 0xaf, '"'}));
        all.put("a surrogate in UTF-8",
                joined("\"".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
        all.put("Latin-1", "\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1));
        all.put("cut in a letter", java.util.Arrays.copyOf("\"\u20ac\"".getBytes(StandardCharsets.UTF_8), 3));
        for (String text : List.of("{", "{\"a\":", "[1,", "\"open", "{\"a\":1,}", "{'a':1}", "{a:1}", "{\"a\":1}{}", "{\"a\":1}x",
                "nonsense", "<a/>", "a=b", "{\"a\":1,\"a\":2}",
                "01", "+1", "NaN", "\"\t\"", "/* */{}", "[".repeat(11) + "]".repeat(11), "[".repeat(4_000))) {
            all.put(text, text.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static JsonBody body(byte[] bytes) throws Exception {
        return JsonBody.of(new ByteArrayInputStream(bytes), MAX_LENGTH);
    }

    private static byte[] swapped(String text, int... order) {
        byte[] big = text.getBytes(Charset.forName("UTF-32BE"));
        byte[] all = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            all[i] = big[i / 4 * 4 + order[i % 4]];
        }
        return all;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
