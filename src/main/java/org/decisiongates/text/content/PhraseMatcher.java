package org.decisiongates.text.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Phrases to be found at a place in a text by their letters and digits alone. Letters that look alike are alike; what stands between
 * letters, visible or not, hides nothing. Looking makes no new object and costs the same wherever it is done.
 */
final class PhraseMatcher {

    private static final int BUCKETS = 256;

    private final String[][] byFirstLetter = new String[BUCKETS][];

    private PhraseMatcher(Stream<String> phrases) {
        List<List<String>> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>());
        }
        phrases.map(PhraseMatcher::letters).filter(phrase -> !phrase.isEmpty()).distinct()
                .sorted((one, other) -> other.length() - one.length())
                .forEach(phrase -> buckets.get(phrase.charAt(0) % BUCKETS).add(phrase));
        for (int i = 0; i < BUCKETS; i++) {
            byFirstLetter[i] = buckets.get(i).toArray(String[]::new);
        }
    }

    /** Phrases separated by vertical bars and line breaks. */
    static PhraseMatcher of(String... lists) {
        return new PhraseMatcher(Arrays.stream(lists).flatMap(list -> Arrays.stream(list.split("[|\n]"))));
    }

    /** The index behind the longest phrase of whole words that begins at the letter at {@code from}, or -1. */
    int behind(CharSequence text, int from, int to) {
        return behind(text, from, to, true);
    }

    /** The index behind the longest phrase that begins at the letter at {@code from}, in the middle of a word or not, or -1. */
    int behindBeginning(CharSequence text, int from, int to) {
        return behind(text, from, to, false);
    }

    /** Whether one of the phrases stands there as whole words; a script without blanks between words has no whole ones. */
    boolean standsIn(CharSequence text, int from, int to) {
        return find(text, from, to, false);
    }

    /** Whether what stands there ends with one of the phrases. */
    boolean standsLast(CharSequence text, int from, int to) {
        return find(text, from, to, true);
    }

    /** Whether what begins there with a letter begins with one of the phrases. */
    boolean standsFirst(CharSequence text, int from, int to) {
        return behind(text, from, to, !isWithoutBlanks(text, from, to)) >= 0;
    }

    private boolean find(CharSequence text, int from, int to, boolean last) {
        boolean insideWord = false;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            boolean inWord = Characters.isWordCharacter(Character.codePointAt(text, at));
            boolean blankless = inWord && isWithoutBlanks(text, at, to);
            if (inWord && (blankless || !insideWord)) {
                int behind = behind(text, at, to, !blankless);
                if (behind >= 0 && (!last || WordMatcher.skipTo(text, behind, to) == to)) {
                    return true;
                }
            }
            insideWord = inWord;
        }
        return false;
    }

    private static boolean isWithoutBlanks(CharSequence text, int at, int to) {
        return at < to && Characters.writesWithoutBlanks(Character.codePointAt(text, at));
    }

    private int behind(CharSequence text, int from, int to, boolean wholeWords) {
        if (from >= to) {
            return -1;
        }
        for (String phrase : byFirstLetter[Characters.folded(Character.codePointAt(text, from)) % BUCKETS]) {
            int behind = WordMatcher.behind(phrase, text, from, to);
            if (behind >= 0 && !(wholeWords && behind < to && Character.isLetter(Character.codePointAt(text, behind)))) {
                return behind;
            }
        }
        return -1;
    }

    private static String letters(String phrase) {
        StringBuilder letters = new StringBuilder();
        phrase.codePoints().filter(Characters::isWordCharacter).map(Characters::folded).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
