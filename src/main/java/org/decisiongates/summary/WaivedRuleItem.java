package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A waiver of the week, as one reader may see it: one that counted at some time of the week, or that is asked for.
 *
 * @param key     issue key
 * @param summary the summary, as typed
 * @param rule    key of the rule
 * @param state   a {@link State} in lower case; a newer version may know others
 * @param reason  why it was asked for, as typed
 * @param by      name of who granted it, or of who asked for it while nobody has; empty when that is not known
 * @param lastDay the last day on which the rule may fail, project zone
 */
public record WaivedRuleItem(String key, String summary, String rule, String state, String reason, Optional<String> by, LocalDate lastDay) {

    /** How a waiver stands. Travels in lower case. */
    public enum State {
        /** Somebody asked for it, and nobody has decided. */
        ASKED,
        /** The rule may fail. */
        ACTIVE,
        /** It counted in this week and does no longer. */
        ENDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
