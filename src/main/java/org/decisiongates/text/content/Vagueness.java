package org.decisiongates.text.content;

import java.util.Arrays;
import java.util.Optional;

/** Words that promise without saying how much, and words that can be checked by yes or no. A hint for English texts, never a verdict. */
public final class Vagueness {

    private static final String[] VAGUE = {"fast", "faster", "quick", "quickly", "easy", "easier", "easily", "simple", "simply",
            "intuitive", "user-friendly", "robust", "seamless", "seamlessly", "flexible", "scalable", "efficient", "efficiently", "optimal",
            "better", "improved", "good", "nice", "properly", "adequate", "reasonable", "acceptable", "as appropriate", "appropriate",
            "as needed", "if possible", "as soon as possible", "soon", "asap", "etc", "and so on", "some", "several", "various", "many"};
    private static final String[] VAGUE_LETTERS = Arrays.stream(VAGUE).map(phrase -> phrase.replaceAll("[ -]", "")).toArray(String[]::new);

    /** Words of a claim that is either true or not. */
    private static final String[] YES_OR_NO = {"all", "every", "each", "no", "none", "nobody", "nothing", "never", "always", "only",
            "must", "cannot", "without", "exactly", "both", "zero", "one", "two", "three", "once", "twice"};

    private Vagueness() {
    }

    /** The first vague word or phrase that stands there. */
    public static Optional<String> vaguePhrase(CharSequence text, int from, int to) {
        int found = WordMatcher.firstPhrase(VAGUE_LETTERS, text, from, to);
        return found < 0 ? Optional.empty() : Optional.of(VAGUE[found]);
    }

    /** Whether something stands there that can be counted, or checked by yes or no. */
    public static boolean isMeasurable(CharSequence text, int from, int to) {
        return TextContent.hasNumber(text, from, to) || WordMatcher.firstPhrase(YES_OR_NO, text, from, to) >= 0;
    }
}
