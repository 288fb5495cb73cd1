package org.decisiongates.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Reference;
import org.decisiongates.text.XmlCharacters;

/**
 * One thing that can be set for a rule. A list is stored one entry a line; what the host has an id for is stored by it.
 *
 * @param name    name within the rule, in kebab case; stored, so it never changes (ADR-0006)
 * @param type    what a value looks like
 * @param initial the value when none is stored
 * @param least   the lowest number; the fewest entries of a list; for other types 0 where the value may be empty, else 1
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
        /** A number, with decimals or without. */
        DECIMAL,
        /** A day, as in {@code 2026-12-31}. */
        DAY,
        /** An expression that texts are matched with, see {@link TextPattern}. */
        PATTERN,
        /** One of a fixed list of words, each with a message of its own. */
        CHOICE,
        /** Names of phases. */
        PHASES,
        /** The host's ids of what can be chosen in the field that the rule reads: options, priorities; labels and groups by name. */
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

        /** What the entries of such a list name; empty for what the host does not decide. */
        Optional<Reference.Kind> names() {
            return switch (this) {
                case OPTIONS -> Optional.of(Reference.Kind.OPTION);
                case PEOPLE -> Optional.of(Reference.Kind.PERSON);
                case GROUPS -> Optional.of(Reference.Kind.GROUP);
                case ROLES -> Optional.of(Reference.Kind.ROLE);
                case LINK_TYPES -> Optional.of(Reference.Kind.LINK_TYPE);
                case STATUSES -> Optional.of(Reference.Kind.STATUS);
                default -> Optional.empty();
            };
        }
    }

    private static final int MAX_NAME_LENGTH = 255;
    private static final int MAX_DIGITS = 26;
    private static final List<String> PHASES = Stream.concat(Arrays.stream(DecisionPhase.values()), Arrays.stream(BlockerPhase.values()))
            .map(Enum::name).distinct().toList();

    public Setting {
        choices = List.copyOf(choices);
    }

    /** A setting that names the field a rule reads. */
    public static Setting field(Type type, Field initial) {
        return field("field", type, initial);
    }

    /** A setting that names a field. */
    public static Setting field(String name, Type type, Field initial) {
        return new Setting(name, type, initial.id(), 1, Field.MAX_ID_LENGTH, List.of());
    }

    /** A setting that names a field, initially none: until one is chosen, no rule can be made. */
    public static Setting field(String name, Type type) {
        return new Setting(name, type, "", 1, Field.MAX_ID_LENGTH, List.of());
    }

    /** A setting that names a field or none, initially none. */
    public static Setting optionalField(String name, Type type) {
        return new Setting(name, type, "", 0, Field.MAX_ID_LENGTH, List.of());
    }

    /** A setting that holds a number with decimals, a day or a pattern, or nothing; initially nothing. */
    public static Setting optional(String name, Type type) {
        return new Setting(name, type, "", 0, type == Type.PATTERN ? TextPattern.MAX_LENGTH : MAX_DIGITS, List.of());
    }

    /** A setting that holds a whole number. */
    public static Setting number(String name, int initial, int least, int most) {
        return new Setting(name, Type.NUMBER, Integer.toString(initial), least, most, List.of());
    }

    /** A setting that holds a text of several lines, initially none. */
    public static Setting text(String name, int most) {
        return new Setting(name, Type.TEXT, "", 0, most, List.of());
    }

    /** A setting that holds a text, initially this one. */
    public static Setting text(String name, String initial, int most) {
        return new Setting(name, Type.TEXT, initial, 0, most, List.of());
    }

    /** The setting of every rule that reads a text: the template as a project puts it into the field, whose lines never count. */
    public static Setting template() {
        return text("template", 4000);
    }

    /** A setting that holds an expression texts are matched with. */
    public static Setting pattern(String name, String initial) {
        return new Setting(name, Type.PATTERN, initial, 1, TextPattern.MAX_LENGTH, List.of());
    }

    /** A setting that holds one of some words, initially the first. */
    public static Setting choice(String name, String... choices) {
        return new Setting(name, Type.CHOICE, choices[0], 0, 0, List.of(choices));
    }

    /** A setting that holds a list of {@code type}, initially none, with this many entries at least and at most. */
    public static Setting list(String name, Type type, int least, int most) {
        return new Setting(name, type, "", least, most, type == Type.PHASES ? PHASES : List.of());
    }

    /** A setting that holds a list of phases with at least one entry, initially these: phases of Decisions or Blockers. */
    public static Setting phases(String name, Enum<?>... initial) {
        return new Setting(name, Type.PHASES, Arrays.stream(initial).map(Enum::name).collect(Collectors.joining("\n")), 1, PHASES.size(),
                PHASES);
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
            case DECIMAL -> mayBeEmpty(value) || value.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?");
            case DAY -> mayBeEmpty(value) || isDay(value);
            case PATTERN -> mayBeEmpty(value) || TextPattern.of(value).isPresent();
            case CHOICE -> choices.contains(value);
            case PHASES -> isListOf(value, choices::contains);
            case ROLES, LINK_TYPES, STATUSES -> isListOf(value, Setting::isHostId);
            case OPTIONS, PEOPLE, GROUPS -> isListOf(value, Setting::isName);
            default -> mayBeEmpty(value) || Field.isId(value);
        };
    }

    private boolean mayBeEmpty(String value) {
        return value.isEmpty() && least == 0;
    }

    private static boolean isDay(String value) {
        try {
            // four digits and no sign: what a form can show
            return value.length() == 10 && value.charAt(0) != '-' && LocalDate.parse(value) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
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

    static boolean isHostId(String entry) {
        // a zero in front would make another entry of the same id, and one that no id equals
        return !entry.isEmpty() && entry.length() <= 18 && isDigits(entry) && entry.charAt(0) != '0';
    }

    static boolean isName(String entry) {
        return !entry.isBlank() && entry.length() <= MAX_NAME_LENGTH && XmlCharacters.firstInvalid(entry).isEmpty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
