package org.decisiongates.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.decisiongates.issue.Field;
import org.decisiongates.text.Sha256;

/** A fingerprint of what a gate asks, as the journal stores it: equal when two transitions met the same gate. */
final class SettingsHash {

    private SettingsHash() {
    }

    /** SHA-256, hex, of names, settings and messages in order, each text with its length in front. */
    static String of(List<ConfiguredRule> rules) {
        Sha256 digest = new Sha256();
        for (ConfiguredRule rule : rules) {
            update(digest, rule.name());
            Map<String, String> sorted = new TreeMap<>(rule.settings());
            rule.message().ifPresent(message -> sorted.put("message", message));
            // with a space, which no setting has in its name
            rule.enforcement().ifPresent(own -> sorted.put("own enforcement", own.name()));
            for (RuleCondition condition : rule.when().conditions()) {
                sorted.put("applies when " + sorted.size(), condition.kind() + " " + condition.holds() + " "
                        + condition.field().map(Field::id).orElse("") + "\n" + String.join("\n", condition.values()));
            }
            update(digest, Integer.toString(sorted.size()));
            sorted.forEach((name, value) -> {
                update(digest, name);
                update(digest, value);
            });
        }
        return digest.hex();
    }

    private static void update(Sha256 digest, String text) {
        digest.update(text.length() + ":" + text);
    }
}
