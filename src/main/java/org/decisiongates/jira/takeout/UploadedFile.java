package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.json.StreamedJsonDocument;

/**
 * A file that somebody sent, to be read more than once: it is too long for memory, and half of it must not reach the database. It lies in
 * the temporary directory of this node and goes as soon as it is closed, or nobody can read it any more; where the system allows it, it has
 * no name from the beginning, so that a killed Jira leaves nothing.
 */
final class UploadedFile implements StreamedJsonDocument.Source, AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final FileChannel file;

    private UploadedFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Reads what is sent to its end.
     *
     * @param longest in bytes; what is longer is refused
     */
    static UploadedFile of(InputStream body, long longest) throws IOException {
        Path path = Files.createTempFile("decision-gates-import-", ".json");
        UploadedFile uploaded = new UploadedFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
        boolean isWhole = false;
        try {
            uploaded.write(body, longest);
            isWhole = true;
        } finally {
            if (!isWhole) {
                uploaded.close();
            }
        }
        return uploaded;
    }

    private void write(InputStream body, long longest) throws IOException {
        byte[] piece = new byte[PIECE];
        long length = 0;
        for (int read = body == null ? -1 : body.read(piece); read >= 0; read = body.read(piece)) {
            length += read;
            if (length > longest) {
                throw tooLong(longest);
            }
            ByteBuffer rest = ByteBuffer.wrap(piece, 0, read);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }
    }

    static ProblemException tooLong(long longest) {
        return new ProblemException(413, "decision-gates.takeout.import.too-long", longest / 1_000_000);
    }

    /** One reader at a time; it need not be closed. */
    @Override
    public InputStream open() throws IOException {
        file.position(0);
        InputStream in = Channels.newInputStream(file);
        return new InputStream() {

            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return in.read(into, from, length);
            }
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was sent cannot be given up", e);
        }
    }
}
