package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.jira.platform.rest.ProblemException;

public class UploadedFileTest {

    private static final byte[] SENT = "sent ".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    @Test
    public void isReadAsOftenAsNeeded() throws Exception {
        try (UploadedFile file = UploadedFile.of(new ByteArrayInputStream(SENT), SENT.length)) {
            try (InputStream half = file.open()) {
                half.readNBytes(10);
            }
            assertArrayEquals(SENT, file.open().readAllBytes());
            assertArrayEquals(SENT, file.open().readAllBytes());
        }
    }

    @Test
    public void refusesWhatIsLonger() throws Exception {
        List<String> before = left();
        ProblemException refused = assertThrows(ProblemException.class,
                () -> UploadedFile.of(new ByteArrayInputStream(SENT), SENT.length - 1));
        assertEquals(413, refused.status());
        assertEquals(before, left());
    }

    @Test
    public void leavesNothingBehind() throws Exception {
        List<String> before = left();
        UploadedFile file = UploadedFile.of(new ByteArrayInputStream(SENT), SENT.length);
        file.close();
        assertEquals(before, left());
        assertThrows(ClosedChannelException.class, file::open);
        assertThrows(IOException.class, () -> UploadedFile.of(new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("the connection broke");
            }
        }, 10));
        assertEquals(before, left());
    }

    @Test
    public void isEmptyWhereNothingWasSent() throws Exception {
        try (UploadedFile file = UploadedFile.of(null, 10)) {
            assertEquals(-1, file.open().read());
        }
    }

    private static List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith("decision-gates-import-")).sorted()
                    .toList();
        }
    }
}
