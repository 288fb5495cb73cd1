package org.decisiongates.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.decisiongates.json.StreamedJsonDocument;

/** What a file is that is plainly not {@code take-out.json}, by how it begins. People choose a wrong file more often than a broken one. */
enum WrongFileKind {

    EMPTY("empty"),
    /** Most likely the ZIP file of a take-out, which holds the right one. */
    ZIP("zip"),
    /** Text, a table, a picture. */
    OTHER("other-file");

    /** The first byte of that of UTF-8. */
    private static final int BYTE_ORDER_MARK = 0xef;

    private final String key;

    WrongFileKind(String key) {
        this.key = key;
    }

    /** Names it in keys of texts. */
    String key() {
        return key;
    }

    /** Empty for what begins as {@code take-out.json} does, whatever follows. */
    static Optional<WrongFileKind> of(StreamedJsonDocument.Source source) throws IOException {
        try (InputStream in = source.open()) {
            int first = in.read();
            if (first == 'P' && in.read() == 'K') {
                return Optional.of(ZIP);
            }
            while (isBlank(first)) {
                first = in.read();
            }
            if (first == BYTE_ORDER_MARK) {
                // an editor put it there: what follows is what somebody took for the right file
                return Optional.empty();
            }
            return first < 0 ? Optional.of(EMPTY) : first == '{' ? Optional.empty() : Optional.of(OTHER);
        }
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }
}
