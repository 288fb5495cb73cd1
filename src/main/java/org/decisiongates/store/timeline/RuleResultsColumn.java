package org.decisiongates.store.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.timeline.GateEvent.RuleEntry;

/**
 * What the rules of a gate said, as one text: a line a rule, in it with tabs between them its name, its result, its enforcement, key and
 * version of the policy that it comes from (both empty where that is the gate's own), and the keys of its findings. Within these, a
 * backslash, a control character and half of a surrogate pair (which PostgreSQL refuses) are written as {@code \} {@code u} and four
 * hexadecimal digits.
 */
final class RuleResultsColumn {

    private static final int LENGTH_OF_AN_ESCAPE = 6;
    private static final int FIXED_PARTS = 5;

    private RuleResultsColumn() {
    }

    static String write(List<RuleEntry> entries) {
        return entries.stream().map(RuleResultsColumn::line).collect(Collectors.joining("\n"));
    }

    /** Never throws: what cannot be read is kept as it is. */
    static List<RuleEntry> read(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.stream(stored.split("\n", -1)).map(RuleResultsColumn::entry).toList();
    }

    private static String line(RuleEntry entry) {
        List<String> parts = new ArrayList<>(List.of(entry.rule(), entry.result(), entry.enforcement(),
                entry.origin().map(PolicyVersion::journalKey).orElse(""),
                entry.origin().map(policy -> String.valueOf(policy.version())).orElse("")));
        parts.addAll(entry.findings());
        return parts.stream().map(RuleResultsColumn::escaped).collect(Collectors.joining("\t"));
    }

    private static RuleEntry entry(String line) {
        List<String> parts = Arrays.stream(line.split("\t", -1)).map(RuleResultsColumn::plain).toList();
        return new RuleEntry(parts.get(0), part(parts, 1), part(parts, 2), origin(part(parts, 3), part(parts, 4)),
                parts.subList(Math.min(FIXED_PARTS, parts.size()), parts.size()));
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static Optional<PolicyVersion> origin(String key, String version) {
        return version.matches("[0-9]{1,9}") ? Optional.of(PolicyVersion.recorded(key, Integer.parseInt(version))) : Optional.empty();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' || character < ' ' || XmlCharacters.isInvalid(text, at)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    private static String plain(String stored) {
        StringBuilder plain = new StringBuilder(stored.length());
        for (int at = 0; at < stored.length();) {
            if (stored.startsWith("\\u", at) && at + LENGTH_OF_AN_ESCAPE <= stored.length()
                    && stored.substring(at + 2, at + LENGTH_OF_AN_ESCAPE).matches("[0-9a-f]{4}")) {
                plain.append((char) Integer.parseInt(stored, at + 2, at + LENGTH_OF_AN_ESCAPE, 16));
                at += LENGTH_OF_AN_ESCAPE;
            } else {
                plain.append(stored.charAt(at++));
            }
        }
        return plain.toString();
    }
}
