package org.decisiongates.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.issue.Person;

/**
 * Whom to take out of what is stored: by user key wherever a person is stored, and by the names that texts may have. A name is found as it
 * is written, where no letter or digit stands before or behind it; in writing without spaces between words, anywhere.
 */
public final class ErasedPerson {

    /** At most so many names. */
    public static final int MAX_NAMES = 10;
    /** A shorter name would be found in texts about something else: it is looked for only where a person is stored. */
    private static final int SHORTEST_IN_TEXT = 3;
    /** The same in writing without spaces between words, where most names are as short. */
    private static final int SHORTEST_UNSPACED = 2;
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}"
            + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";
    private static final Pattern STARTS_UNSPACED = Pattern.compile("^[" + UNSPACED + "]");
    private static final Pattern ENDS_UNSPACED = Pattern.compile("[" + UNSPACED + "]$");
    private static final String SPACED = "[\\p{L}\\p{N}&&[^" + UNSPACED + "]]";
    private static final String STAND_IN = "erased";
    /** The longest key or name. */
    public static final int LONGEST = 255;

    private final String key;
    private final List<String> names;
    private final Pattern inText;

    private ErasedPerson(String key, List<String> names) {
        this.key = key;
        this.names = names;
        this.inText = Pattern.compile(names.stream().filter(ErasedPerson::isForTexts)
                .sorted(Comparator.comparingInt(String::length).reversed()).map(ErasedPerson::bounded).collect(Collectors.joining("|")));
    }

    /** Throws {@link IllegalArgumentException} for what {@link #isSound} does not take. */
    public static ErasedPerson of(String key, Collection<String> names) {
        List<String> distinct = names.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        if (!isSound(key, distinct)) {
            throw new IllegalArgumentException("no key or names of a person: " + key + " " + names);
        }
        return new ErasedPerson(key, distinct);
    }

    /** Whether there is a key, and no more names than are looked for, none too long. */
    public static boolean isSound(String key, Collection<String> names) {
        List<String> given = names.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        return !key.isBlank() && key.length() <= LONGEST && !key.equals(Person.ERASED) && given.size() <= MAX_NAMES
                && given.stream().allMatch(name -> name.length() <= LONGEST
                        && !(name.contains(STAND_IN) && Person.ERASED.contains(name)));
    }

    /** Whether the name is long enough to be looked for in texts; one that is not is looked for only where a person is stored. */
    public static boolean isForTexts(String name) {
        return name.codePointCount(0, name.length()) >= (STARTS_UNSPACED.matcher(name).find() ? SHORTEST_UNSPACED : SHORTEST_IN_TEXT);
    }

    private static String bounded(String name) {
        return (STARTS_UNSPACED.matcher(name).find() ? "" : "(?<!" + SPACED + ")") + Pattern.quote(name)
                + (ENDS_UNSPACED.matcher(name).find() ? "" : "(?!" + SPACED + ")");
    }

    public String key() {
        return key;
    }

    public List<String> names() {
        return names;
    }

    /** The stored key, or what stands for a person who was erased. */
    public String withoutKey(String stored) {
        return stored.equals(key) ? Person.ERASED : stored;
    }

    /** The stored name of a person, or what stands for one who was erased; where no name was known, the key was stored. */
    public String withoutName(String stored) {
        return stored.equals(key) || names.contains(stored) ? Person.ERASED : stored;
    }

    /** The text with what stands for an erased person in place of each name. */
    public String withoutNames(String text) {
        return inText.pattern().isEmpty() ? text : inText.matcher(text).replaceAll(Person.ERASED);
    }

    /**
     * Patterns of SQL that find every stored text with the key or a name in it, and some without: only letters and digits count, of those
     * that JSON does not escape.
     */
    public List<String> likePatterns() {
        return Stream.concat(Stream.of(key), names.stream())
                .map(word -> "%" + word.replaceAll("(?:[^\\p{L}\\p{N}]|[\\x{10000}-\\x{10FFFF}])+", "%") + "%").distinct()
                .toList();
    }
}
