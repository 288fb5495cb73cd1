package org.decisiongates.issue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which phase a status of somebody else's workflow probably stands for. It is only ever shown: whoever administers the project decides.
 *
 * @param phase name of the phase
 * @param basis what says so
 */
public record PhaseProposal(String phase, Basis basis) {

    /** What a proposal goes by, the surest first. */
    public enum Basis {
        /** The status has the name of the phase. */
        NAME,
        /** The status has a name that is usual for this. */
        USUAL_NAME,
        /** All that is known of the status is its category. */
        CATEGORY
    }

    private static final String NEW = "new";
    private static final String DONE = "done";
    private static final Map<String, DecisionPhase> DECISIONS = usual(Map.of(
            DecisionPhase.DRAFT, List.of("to do", "open", "new", "backlog", "reopened", "proposed"),
            DecisionPhase.IN_REVIEW, List.of("in progress", "review", "under review", "in discussion", "waiting for approval", "pending"),
            DecisionPhase.DECIDED, List.of("done", "approved", "accepted", "agreed", "resolved"),
            DecisionPhase.IN_DELIVERY, List.of("in development", "implementing", "in implementation", "delivering"),
            DecisionPhase.LIVE, List.of("released", "deployed", "implemented"),
            DecisionPhase.CLOSED, List.of("archived", "completed"),
            DecisionPhase.REJECTED, List.of("declined", "cancelled", "canceled", "won't do", "withdrawn"),
            DecisionPhase.SUPERSEDED, List.of("replaced", "obsolete", "deprecated")));
    private static final Map<String, BlockerPhase> BLOCKERS = usual(Map.of(
            BlockerPhase.OPEN, List.of("to do", "new", "backlog", "reopened", "blocked"),
            BlockerPhase.RESOLVING, List.of("in progress", "in review", "investigating"),
            BlockerPhase.ESCALATED, List.of("on hold", "escalation"),
            BlockerPhase.RESOLVED, List.of("done", "closed", "fixed", "completed", "unblocked"),
            BlockerPhase.ACCEPTED, List.of("risk accepted", "won't do", "won't fix"),
            BlockerPhase.FALLBACK_INVOKED, List.of("workaround", "mitigated")));

    /**
     * For a status of Decisions.
     *
     * @param category Jira's: {@code new}, {@code indeterminate} or {@code done}
     */
    public static PhaseProposal ofDecision(String name, String category) {
        return of(name, DecisionPhase.labelled(name), DECISIONS, category(category, DecisionPhase.DRAFT, DecisionPhase.IN_REVIEW,
                DecisionPhase.DECIDED));
    }

    /** The same for a status of Blockers. */
    public static PhaseProposal ofBlocker(String name, String category) {
        return of(name, BlockerPhase.labelled(name), BLOCKERS, category(category, BlockerPhase.OPEN, BlockerPhase.RESOLVING,
                BlockerPhase.RESOLVED));
    }

    private static PhaseProposal of(String name, Optional<? extends Enum<?>> labelled, Map<String, ? extends Enum<?>> usual,
            Enum<?> byCategory) {
        Enum<?> known = usual.get(name.strip().toLowerCase(Locale.ROOT));
        return labelled.map(phase -> new PhaseProposal(phase.name(), Basis.NAME))
                .orElseGet(() -> known == null ? new PhaseProposal(byCategory.name(), Basis.CATEGORY)
                        : new PhaseProposal(known.name(), Basis.USUAL_NAME));
    }

    private static <T> T category(String category, T first, T between, T last) {
        return switch (category) {
            case NEW -> first;
            case DONE -> last;
            default -> between;
        };
    }

    private static <T> Map<String, T> usual(Map<T, List<String>> names) {
        return names.entrySet().stream().flatMap(phase -> phase.getValue().stream().map(name -> Map.entry(name, phase.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
