package org.decisiongates.text.content;

/** Finds words in a text by their letters and digits alone: what stands between them, visible or not, hides nothing. */
final class WordMatcher {

    private WordMatcher() {
    }

    /** Which of {@code phrases}, written in letters only, stands there first as whole words; -1 for none. */
    public static int firstPhrase(String[] phrases, CharSequence text, int from, int to) {
        boolean insideWord = false;
        for (int at = from; at < to; at += Character.charCount(Character.codePointAt(text, at))) {
            boolean inWord = Characters.isWordCharacter(Character.codePointAt(text, at));
            if (inWord && !insideWord) {
                int phrase = phraseAt(phrases, text, at, to);
                if (phrase >= 0) {
                    return phrase;
                }
            }
            insideWord = inWord;
        }
        return -1;
    }

    private static int phraseAt(String[] phrases, CharSequence text, int from, int to) {
        for (int i = 0; i < phrases.length; i++) {
            int end = behind(phrases[i], text, from, to);
            if (end >= 0 && (end >= to || !Characters.isWordCharacter(Character.codePointAt(text, end)))) {
                return i;
            }
        }
        return -1;
    }

    /** The index behind {@code word} if the letters and digits from {@code from} on spell it, whatever stands between them; else -1. */
    static int behind(String word, CharSequence text, int from, int to) {
        int at = from;
        for (int spelled = 0; spelled < word.length(); spelled++) {
            at = spelled == 0 ? at : skipTo(text, at, to);
            if (at >= to || Characters.folded(Character.codePointAt(text, at)) != word.charAt(spelled)) {
                return -1;
            }
            at += Character.charCount(Character.codePointAt(text, at));
        }
        return at;
    }

    /** How many words stand there, up to {@code most}; a character of a script without blanks between words is half a word. */
    static int count(CharSequence text, int from, int to, int most) {
        int halves = 0;
        boolean insideWord = false;
        for (int at = from; at < to && halves < 2 * most; at += Character.charCount(Character.codePointAt(text, at))) {
            int character = Character.codePointAt(text, at);
            boolean inWord = Characters.isWordCharacter(character);
            halves += !inWord ? 0 : Characters.writesWithoutBlanks(character) ? 1 : insideWord ? 0 : 2;
            insideWord = inWord;
        }
        return halves / 2;
    }

    /** The first letter or digit from {@code from} on, or {@code to}. */
    static int skipTo(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && !Characters.isWordCharacter(Character.codePointAt(text, at))) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        return Math.min(at, to);
    }
}
