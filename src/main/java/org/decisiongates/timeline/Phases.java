package org.decisiongates.timeline;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.timeline.Change.Kind;

/** Which phases are open and which are settled. An unknown name, {@code status:10001} or one of a newer version, is neither. */
public final class Phases {

    public static final String IN_REVIEW = DecisionPhase.IN_REVIEW.name();
    public static final String DECIDED = DecisionPhase.DECIDED.name();
    public static final String IN_DELIVERY = DecisionPhase.IN_DELIVERY.name();
    public static final String SUPERSEDED = DecisionPhase.SUPERSEDED.name();
    public static final String FALLBACK_INVOKED = BlockerPhase.FALLBACK_INVOKED.name();

    /** Decided or further. */
    public static final Set<String> DECIDED_ON = Set.of(DECIDED, IN_DELIVERY, DecisionPhase.LIVE.name(), DecisionPhase.CLOSED.name());

    private static final Set<String> OPEN_DECISIONS = names(DecisionPhase.values(), DecisionPhase::isOpen);
    private static final Set<String> OPEN_BLOCKERS = names(BlockerPhase.values(), BlockerPhase::isOpen);
    private static final Set<String> SETTLED_DECISIONS = names(DecisionPhase.values(), phase -> !phase.isOpen());
    private static final Set<String> SETTLED_BLOCKERS = names(BlockerPhase.values(), phase -> !phase.isOpen());

    private Phases() {
    }

    static boolean isOpen(Kind kind, String phase) {
        return switch (kind) {
            case DECISION -> OPEN_DECISIONS.contains(phase);
            case BLOCKER -> OPEN_BLOCKERS.contains(phase);
            case GATED -> false;
        };
    }

    static boolean isSettled(Kind kind, String phase) {
        return switch (kind) {
            case DECISION -> SETTLED_DECISIONS.contains(phase);
            case BLOCKER -> SETTLED_BLOCKERS.contains(phase);
            case GATED -> false;
        };
    }

    private static <T extends Enum<T>> Set<String> names(T[] phases, Predicate<T> which) {
        return Arrays.stream(phases).filter(which).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
