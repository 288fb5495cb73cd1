package org.decisiongates.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.text.XmlCharacters;

/**
 * One thing that can be set for a rule. A list is stored one entry a line; what the host has an id for is stored by it.
 *
 * @param name    name within the rule, in kebab case; stored, so it never changes (ADR-0006)
 * @param type    what a value looks like
 * @param initial the value when none is stored
 * @param least   the lowest number; the fewest entries of a list; 0 for other types
 * @param most    the highest number; the most entries of a list; the greatest length of a text or a pattern
 * @param choices what a value is one of, and what the entries of a list of phases are some of; none for other types
 */
public record Setting(String name, Type type, String initial, int least, int most, List<String> choices) {

    /** What a value of a setting looks like; a form offers what fits. */
    public enum Type {
        PERSON_FIELD, PEOPLE_FIELD, DATE_FIELD, MOMENT_FIELD, TEXT_FIELD, OPTION_FIELD, NUMBER_FIELD, VERSION_FIELD, ANY_FIELD,
        /** A whole number. */
        NUMBER,
        /** A text of several lines. */
        TEXT,
        /** An expression that texts are matched with, see {@link TextPattern}. */
        PATTERN,
        /** One of a fixed list of words, each with a message of its own. */
        CHOICE,
        /** Names of phases. */
        PHASES,
        /** The host's ids of options of select fields. */
        OPTIONS,
        /** User keys. */
        PEOPLE,
        /** Names of groups, by which hosts know them. */
        GROUPS,
        /** The host's ids of project roles. */
        ROLES,
        /** The host's ids of link types. */
        LINK_TYPES,
        /** The host's ids of statuses. */
        STATUSES;

        /** Whether the value names a field. */
        public boolean isField() {
            return ordinal() <= ANY_FIELD.ordinal();
        }

        /** Whether the value is a list, one entry a line. */
        public boolean isList() {
            return ordinal() >= PHASES.ordinal();
        }
    }

    private static final int MAX_NAME_LENGTH = 255;
    private static final List<String> PHASES = Stream.concat(Arrays.stream(DecisionPhase.values()), Arrays.stream(BlockerPhase.values()))
            .map(Enum::name).distinct().toList();

    public Setting {
        choices = List.copyOf(choices);
    }

    /** A setting that names the field a rule reads. */
    public static Setting field(Type type, Field initial) {
        return new Setting("field", type, initial.id(), 0, Field.MAX_ID_LENGTH, List.of());
    }

    /** A setting that holds a whole number. */
    public static Setting number(String name, int initial, int least, int most) {
        return new Setting(name, Type.NUMBER, Integer.toString(initial), least, most, List.of());
    }

    /** A setting that holds a text of several lines, initially none. */
    public static Setting text(String name, int most) {
        return new Setting(name, Type.TEXT, "", 0, most, List.of());
    }

    /** The setting of every rule that reads a text: the template as a project puts it into the field, whose lines never count. */
    public static Setting template() {
        return text("template", 4000);
    }

    /** A setting that holds an expression texts are matched with. */
    public static Setting pattern(String name, String initial) {
        return new Setting(name, Type.PATTERN, initial, 0, TextPattern.MAX_LENGTH, List.of());
    }

    /** A setting that holds one of some words, initially the first. */
    public static Setting choice(String name, String... choices) {
        return new Setting(name, Type.CHOICE, choices[0], 0, 0, List.of(choices));
    }

    /** A setting that holds a list of {@code type}, initially none, with this many entries at least and at most. */
    public static Setting list(String name, Type type, int least, int most) {
        return new Setting(name, type, "", least, most, type == Type.PHASES ? PHASES : List.of());
    }

    /** The entries of the value of a list. */
    public static List<String> entries(String value) {
        return value.lines().toList();
    }

    /** Whether {@code value} is valid here. */
    public boolean accepts(String value) {
        return switch (type) {
            case NUMBER -> isNumberInBounds(value);
            case TEXT -> value.length() <= most && XmlCharacters.firstInvalid(value).isEmpty();
            case PATTERN -> TextPattern.of(value).isPresent();
            case CHOICE -> choices.contains(value);
            case PHASES -> isListOf(value, choices::contains);
            case OPTIONS, ROLES, LINK_TYPES, STATUSES -> isListOf(value, Setting::isHostId);
            case PEOPLE, GROUPS -> isListOf(value, Setting::isName);
            default -> Field.isId(value);
        };
    }

    private boolean isNumberInBounds(String value) {
        if (value.isEmpty() || value.length() > 9 || !isDigits(value)) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
    }

    private boolean isListOf(String value, Predicate<String> makesSense) {
        List<String> entries = entries(value);
        return entries.size() >= least && entries.size() <= most && new HashSet<>(entries).size() == entries.size()
                && entries.stream().allMatch(makesSense);
    }

    private static boolean isHostId(String entry) {
        // a zero in front would make another entry of the same id, and one that no id equals
        return !entry.isEmpty() && entry.length() <= 18 && isDigits(entry) && entry.charAt(0) != '0';
    }

    private static boolean isName(String entry) {
        return !entry.isBlank() && entry.length() <= MAX_NAME_LENGTH && XmlCharacters.firstInvalid(entry).isEmpty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
