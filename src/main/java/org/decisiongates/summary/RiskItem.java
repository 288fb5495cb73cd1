package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A risk that is recorded of an open Decision or Blocker and was not mitigated, as one reader may see it.
 *
 * @param key     issue key
 * @param summary the summary, as typed
 * @param risk    the risk, as typed
 * @param state   a {@link State} in lower case; a newer version may know others
 * @param who     name of who accepted it; of an open one of the owner; empty for nobody
 * @param until   the last day on which it is accepted, project zone; empty for an open one, and one that was accepted without an end
 */
public record RiskItem(String key, String summary, String risk, String state, Optional<String> who, Optional<LocalDate> until) {

    /** How many are listed. */
    public static final int MAX_ROWS = 100;

    /** Most pressing first, then what ends first; one order for the same risks. */
    public static final Comparator<RiskItem> ORDER = Comparator.comparingInt(RiskItem::order)
            .thenComparing(risk -> risk.until().orElse(LocalDate.MAX)).thenComparing(RiskItem::key).thenComparing(RiskItem::risk);

    private int order() {
        return Stream.of(State.values()).filter(one -> one.key().equals(state)).mapToInt(State::ordinal).findFirst()
                .orElse(State.values().length);
    }

    /** How a risk stands, most pressing first. Travels in lower case. */
    public enum State {
        /** Its acceptance is over, or nobody is named who accepted it. */
        LAPSED,
        /** Nothing was done about it. */
        OPEN,
        /** Somebody accepted it, and the acceptance holds. */
        ACCEPTED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
