package org.decisiongates.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of which no more is read than was allowed; give or take the few thousand bytes that a parser reads ahead. It remembers why it
 * broke, since a parser words that anew.
 */
final class SizeLimitedStream extends FilterInputStream {

    private long left = Long.MAX_VALUE;
    private IOException failure;
    private boolean exceeded;

    SizeLimitedStream(InputStream in) {
        super(in);
    }

    /** From here on so many bytes. */
    void allow(int bytes) {
        left = bytes;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /** Throws what broke it, if anything did. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left < 0) {
            exceeded = true;
            throw new IOException("more than was allowed");
        }
        try {
            int read = super.read(into, from, length);
            left -= read;
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
