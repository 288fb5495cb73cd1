package org.decisiongates.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;

import org.decisiongates.replay.ReplayMoment.EnteredStatus;
import org.decisiongates.timeline.ContinuityOrdering;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

/**
 * Finds the moments of an issue's past at which gates were asked, or would have been: the history has the transitions that were made, the
 * journal of gates also those that were refused.
 */
public final class MomentFinder {

    private final IssueHistory history;
    private final List<GateAttempt> attempts;
    private final BiPredicate<Integer, String> mayLead;

    /**
     * @param events  what the journal of gates has of the issue
     * @param mayLead whether the transition with this id may lead into the status with this id, as far as its workflow is known
     */
    public MomentFinder(IssueHistory history, List<GateEvent> events, BiPredicate<Integer, String> mayLead) {
        this.history = history;
        this.attempts = GateAttempt.of(events);
        this.mayLead = mayLead;
    }

    /** The moments from one instant on and before another one, in order. */
    public List<ReplayMoment> between(Instant from, Instant until) {
        List<ReplayMoment> moments = new ArrayList<>();
        List<GateAttempt> rest = new ArrayList<>(attempts);
        for (int place : history.placesOf(IssueHistory::isStatus)) {
            HistoryGroup group = history.groups().get(place);
            Optional<EnteredStatus> entered = entered(group);
            if (entered.isPresent()) {
                Optional<GateAttempt> attempt = rest.stream().filter(one -> mayBe(one, group, entered.get()))
                        .min(Comparator.comparing(one -> Duration.between(one.at(), group.at()).abs()));
                attempt.ifPresent(rest::remove);
                moments.add(moment(place, group, entered.get(), attempt));
            }
        }
        rest.forEach(attempt -> moments.add(new ReplayMoment(history.placeAt(attempt.at()), attempt.at(), attempt.actor(), Optional.empty(),
                OptionalInt.of(attempt.action()), attempt.transition(), attempt.events())));
        return moments.stream().filter(moment -> !moment.at().isBefore(from) && moment.at().isBefore(until))
                .sorted(Comparator.comparing(ReplayMoment::at).thenComparing(ReplayMoment::place)).toList();
    }

    private static ReplayMoment moment(int place, HistoryGroup group, EnteredStatus entered, Optional<GateAttempt> attempt) {
        return new ReplayMoment(place, attempt.map(GateAttempt::at).orElse(group.at()),
                Optional.of(group.actor()).filter(key -> !key.isEmpty()), Optional.of(entered),
                attempt.map(one -> OptionalInt.of(one.action())).orElse(OptionalInt.empty()),
                attempt.map(GateAttempt::transition).orElse(""), attempt.map(GateAttempt::events).orElse(List.of()));
    }

    /** Several statuses in one change are a repair of the database or an import; what led where is not known. */
    private static Optional<EnteredStatus> entered(HistoryGroup group) {
        List<HistoryItem> items = group.items().stream().filter(IssueHistory::isStatus).toList();
        return items.size() == 1 ? Optional.of(new EnteredStatus(items.get(0).from(), items.get(0).to(), items.get(0).toText()))
                : Optional.empty();
    }

    /** Whether the attempt is the one that made the change; clocks of two nodes may disagree. */
    private boolean mayBe(GateAttempt attempt, HistoryGroup group, EnteredStatus entered) {
        return !attempt.wasRefused() && Duration.between(attempt.at(), group.at()).abs().compareTo(ContinuityOrdering.SKEW) <= 0
                && attempt.actor().filter(actor -> !actor.equals(group.actor())).isEmpty()
                && mayLead.test(attempt.action(), entered.id());
    }
}
