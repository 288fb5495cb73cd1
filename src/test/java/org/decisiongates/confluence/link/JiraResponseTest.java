package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.atlassian.sal.api.net.Response;
import com.atlassian.sal.api.net.ResponseException;
import com.sun.management.ThreadMXBean;
import org.junit.Test;

import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.summary.SummaryBatch;
import org.decisiongates.summary.SummaryJson;

public class JiraResponseTest {

    private static final int MIB = 1024 * 1024;
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    @Test
    public void readsNoMoreThanASummaryCanBeLong() throws Exception {
        Endless body = new Endless();
        long before = allocated();

        assertEquals(Optional.empty(), JiraResponse.text(response(body), () -> false));

        assertEquals(SummaryJson.MAX_DOCUMENT_LENGTH + 1, body.read);
        assertTrue("allocated " + (allocated() - before), allocated() - before <= 16L * MIB);
        assertTrue(body.closed);
    }

    @Test
    public void stopsAtTheSameLengthWhenTheHostInflates() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bomb)) {
            byte[] blanks = new byte[MIB];
            for (int i = 0; i < 100; i++) {
                zipped.write(blanks);
            }
        }
        long before = allocated();

        assertEquals(Optional.empty(),
                JiraResponse.text(response(new GZIPInputStream(new ByteArrayInputStream(bomb.toByteArray()))), () -> false));
        assertTrue("allocated " + (allocated() - before), allocated() - before <= 16L * MIB);
    }

    @Test
    public void allocatesLittleForTheWorstThatCanBeRead() throws Exception {
        // the library looks at the records once in the life of a process, when the first answer is read
        assertThrows(UnreadableJsonException.class, () -> SummaryJson.read("{}"));
        assertThrows(UnreadableJsonException.class, () -> SummaryBatch.read("{}"));
        for (String worst : new String[] {"{\"a\":[" + "1,".repeat(MIB - 8) + "1]}", "{\"a\":[" + "{},".repeat(690_000) + "1]}",
                "[".repeat(2 * MIB),
                "{\"answers\":[" + "{\"status\":1},".repeat(160_000) + "1]}", "{" + "\"x\":\"" + "y".repeat(2 * MIB - 9) + "\"}"}) {
            byte[] bytes = worst.getBytes(StandardCharsets.UTF_8);
            assertTrue(bytes.length <= SummaryJson.MAX_DOCUMENT_LENGTH);
            long before = allocated();

            String text = JiraResponse.text(response(new ByteArrayInputStream(bytes)), () -> false).orElseThrow();
            assertThrows(UnreadableJsonException.class, () -> SummaryJson.read(text));
            long once = allocated() - before;
            assertTrue(worst.substring(0, 20) + " allocated " + once, once <= 16L * MIB);
            assertThrows(UnreadableJsonException.class, () -> SummaryBatch.read(text));
            assertTrue(worst.substring(0, 20) + " allocated in a batch " + (allocated() - before - once),
                    allocated() - before - once <= 16L * MIB);
        }
    }

    @Test
    public void looksAtTheTimeAfterEveryPiece() {
        AtomicInteger looks = new AtomicInteger();
        ResponseException stopped = assertThrows(ResponseException.class,
                () -> JiraResponse.text(response(new Endless()), () -> looks.incrementAndGet() > 3));

        assertTrue(stopped.getCause() instanceof InterruptedIOException);
    }

    @Test
    public void readsWhenToComeBackInBothForms() {
        assertEquals(Optional.of(Duration.ofSeconds(40)), retryAfter(" 40 "));
        assertEquals(Optional.of(Duration.ofSeconds(90)), retryAfter("Fri, 20 Nov 2026 09:16:30 GMT"));
        assertEquals(Optional.of(Duration.ofSeconds(-60)), retryAfter("Fri, 20 Nov 2026 09:14:00 GMT"));
        for (String nonsense : new String[] {"", "soon", "-5", "99999999999999999999", "1e9", "Fri, 20 Nov 2026"}) {
            assertEquals(nonsense, Optional.empty(), retryAfter(nonsense));
        }
    }

    private static Optional<Duration> retryAfter(String header) {
        Map<String, String> headers = Map.of("Retry-After", header);
        return JiraResponse.retryAfter(LoopbackLink.answering(Response.class, (method, arguments) -> headers.get(arguments[0])), NOW);
    }

    private static Response response(InputStream body) {
        return LoopbackLink.answering(Response.class, (method, arguments) -> body);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** As many bytes as somebody wants, and how many that was. */
    private static final class Endless extends InputStream {

        private int read;
        private boolean closed;

        @Override
        public int read() throws IOException {
            throw new IOException("one by one takes for ever");
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            read += length;
            return length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
