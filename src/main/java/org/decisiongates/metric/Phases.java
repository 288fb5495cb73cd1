package org.decisiongates.metric;

import java.util.Set;

import org.decisiongates.blocker.BlockerPhase;
import org.decisiongates.decision.DecisionPhase;
import org.decisiongates.journal.Change.Kind;

/** What names of phases mean to the metrics. A name that is not known, {@code status:10001} or that of a newer version, means nothing. */
final class Phases {

    static final String IN_REVIEW = DecisionPhase.IN_REVIEW.name();
    static final String DECIDED = DecisionPhase.DECIDED.name();
    static final String IN_DELIVERY = DecisionPhase.IN_DELIVERY.name();
    static final String SUPERSEDED = DecisionPhase.SUPERSEDED.name();
    static final String FALLBACK_INVOKED = BlockerPhase.FALLBACK_INVOKED.name();

    /** Decided or further. */
    static final Set<String> DECIDED_ON = Set.of(DECIDED, IN_DELIVERY, DecisionPhase.LIVE.name(), DecisionPhase.CLOSED.name());

    private Phases() {
    }

    static boolean isOpen(Kind kind, String phase) {
        return switch (kind) {
            case DECISION -> java.util.Arrays.stream(DecisionPhase.values()).anyMatch(known -> known.isOpen() && known.name().equals(phase));
            case BLOCKER -> java.util.Arrays.stream(BlockerPhase.values()).anyMatch(known -> known.isOpen() && known.name().equals(phase));
            case GATED -> false;
        };
    }

    static boolean isSettled(Kind kind, String phase) {
        return switch (kind) {
            case DECISION -> java.util.Arrays.stream(DecisionPhase.values()).anyMatch(known -> !known.isOpen() && known.name().equals(phase));
            case BLOCKER -> java.util.Arrays.stream(BlockerPhase.values()).anyMatch(known -> !known.isOpen() && known.name().equals(phase));
            case GATED -> false;
        };
    }
}
