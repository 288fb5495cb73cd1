package org.decisiongates.sandbox.confluence.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs who is reading, so that the other side can believe it: the sandbox's stand-in for OAuth with impersonation. */
final class LinkIdentity {

    private static final String USER = "X-Sandbox-Link";
    private static final String SIGNATURE = "X-Sandbox-Link-Signature";

    private final Optional<String> secret;
    private final Clock clock;

    LinkIdentity(Optional<String> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** The headers that speak for that user; none when the two sides share no secret, which makes the call anonymous. */
    Map<String, String> headers(String userName) {
        return secret.map(shared -> Map.of(USER, userName,
                SIGNATURE, sign(shared, userName + "\n" + clock.instant().getEpochSecond() / 60))).orElse(Map.of());
    }

    private static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
