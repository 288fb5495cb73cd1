package org.decisiongates.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that is being computed. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes in bytes as they are. */
    public Sha256 update(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Takes in a text as UTF-8. */
    public Sha256 update(String text) {
        return update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes in the length of a text in four bytes, and the text as UTF-8: no text can lend its end to the next one. */
    public Sha256 updateDelimited(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length).array()).update(bytes);
    }

    /** 64 hexadecimal digits in lower case; nothing can be taken in after it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
