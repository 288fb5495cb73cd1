package org.decisiongates.sandbox.host.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands in for OAuth between linked boxes: who is meant, signed with the shared secret, good for about a minute. */
public final class LinkSignature {

    public static final String USER = "X-Sandbox-Link";
    public static final String SIGNATURE = "X-Sandbox-Link-Signature";

    private final String secret;
    private final Clock clock;

    public LinkSignature(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** The signature of this minute. */
    public String sign(String userName) {
        return sign(userName, minute());
    }

    boolean verifies(String userName, String signature) {
        // The other box's minute may just have begun or ended.
        for (long minute = minute() - 1; minute <= minute() + 1; minute++) {
            if (MessageDigest.isEqual(sign(userName, minute).getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.US_ASCII))) {
                return true;
            }
        }
        return false;
    }

    private long minute() {
        return clock.millis() / 60_000;
    }

    private String sign(String userName, long minute) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((userName + "\n" + minute).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
