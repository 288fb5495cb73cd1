package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.List;
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
 * @param deciders names of project roles and groups whose members may grant it, while it is asked for; at most {@value #MAX_DECIDERS}
 */
public record WaivedRuleItem(String key, String summary, String rule, String state, String reason, Optional<String> by, LocalDate lastDay,
        List<String> deciders) {

    public static final int MAX_DECIDERS = 3;

    public WaivedRuleItem {
        // no week that was closed before this was recorded has them
        deciders = deciders == null ? List.of() : List.copyOf(deciders);
    }

    /** Whether somebody asked for it, and nobody has decided. */
    public boolean isAsked() {
        return state.equals(State.ASKED.key());
    }

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
