package org.decisiongates.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fingerprint of what a gate asks, as the journal keeps it: it tells whether two transitions met the same gate. */
final class SettingsHash {

    private SettingsHash() {
    }

    /** SHA-256, hex, of names, settings and messages in order, each text with its length in front. */
    static String of(List<ConfiguredRule> rules) {
        MessageDigest digest = sha256();
        for (ConfiguredRule rule : rules) {
            update(digest, rule.name());
            Map<String, String> sorted = new TreeMap<>(rule.settings());
            rule.message().ifPresent(message -> sorted.put("message", message));
            update(digest, Integer.toString(sorted.size()));
            sorted.forEach((name, value) -> {
                update(digest, name);
                update(digest, value);
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
