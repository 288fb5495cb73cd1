package org.decisiongates.acceptance;

import java.util.Locale;

/**
 * What was found out about an assumption.
 *
 * @param seen what was seen, or why nothing could be
 */
record Finding(Assumption assumption, Verdict verdict, String seen) {

    /** What a run can say of an assumption. */
    enum Verdict {
        HOLDS("holds"), DOES_NOT_HOLD("DOES NOT"), CANNOT_BE_TOLD("cannot be told here");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    /** One line, as it is printed. */
    String line() {
        return String.format(Locale.ROOT, "%-4s %-20s %s | %s", assumption, verdict.word, assumption.claim(),
                seen.replaceAll("\\s+", " ").strip());
    }
}
