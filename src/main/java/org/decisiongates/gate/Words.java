package org.decisiongates.gate;

/** Finds words in a text by their letters and digits alone: what stands between them, visible or not, hides nothing. */
final class Words {

    private Words() {
    }

    /** Which of {@code phrases}, written in letters only, stands there first as whole words; -1 for none. */
    static int firstPhrase(String[] phrases, String text, int from, int to) {
        boolean insideWord = false;
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            boolean inWord = Characters.isWordCharacter(text.codePointAt(at));
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

    private static int phraseAt(String[] phrases, String text, int from, int to) {
        for (int i = 0; i < phrases.length; i++) {
            int end = behind(phrases[i], text, from, to);
            if (end >= 0 && (end >= to || !Characters.isWordCharacter(text.codePointAt(end)))) {
                return i;
            }
        }
        return -1;
    }

    /** The index behind {@code word} if the letters and digits from {@code from} on spell it, whatever stands between them; else -1. */
    static int behind(String word, String text, int from, int to) {
        int at = from;
        for (int spelled = 0; spelled < word.length(); spelled++) {
            at = spelled == 0 ? at : skipTo(text, at, to);
            if (at >= to || Characters.folded(text.codePointAt(at)) != word.charAt(spelled)) {
                return -1;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    static int skipTo(String text, int from, int to) {
        int at = from;
        while (at < to && !Characters.isWordCharacter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return Math.min(at, to);
    }
}
