package org.decisiongates.debt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.decisiongates.debt.GateDebt.Cause;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep.State;

/**
 * A debt as it stands at one instant, waivers counted.
 *
 * @param debt        as it was found; of one whose waiver has ended, since that end
 * @param waivedUntil when its waiver ends, exclusive; empty for what is owed
 */
public record OwedRule(GateDebt debt, Optional<Instant> waivedUntil) {

    /** What an issue owes at {@code instant}, in the gate's order, with what is waived until later. */
    public static List<OwedRule> of(IssueDebt issue, Collection<Waiver> waivers, Instant instant) {
        return issue.debts().stream().map(debt -> of(debt, waivers, instant)).toList();
    }

    /** Whether it is owed: nothing waives it. */
    public boolean isOwed() {
        return waivedUntil.isEmpty();
    }

    private static OwedRule of(GateDebt debt, Collection<Waiver> waivers, Instant instant) {
        List<WaivedRule> waivable = debt.waivable();
        List<Optional<Instant>> ends = waivable.stream()
                .map(rule -> waivers.stream().filter(waiver -> waiver.rule().equals(rule) && waiver.isActive(instant)).map(Waiver::until)
                        .max(Instant::compareTo))
                .toList();
        if (ends.stream().allMatch(Optional::isPresent)) {
            return new OwedRule(debt, ends.stream().flatMap(Optional::stream).min(Instant::compareTo));
        }
        List<Waiver> granted = waivers.stream().filter(waiver -> waiver.state() == State.GRANTED).toList();
        return granted.stream().map(Waiver::until).filter(end -> !end.isAfter(instant) && end.isAfter(debt.since()))
                .filter(end -> waivable.stream().allMatch(rule -> granted.stream().anyMatch(waiver -> waiver.rule().equals(rule)
                        && waiver.newest().at().isBefore(end) && !waiver.until().isBefore(end))))
                .max(Instant::compareTo)
                .map(end -> new OwedRule(new GateDebt(debt.policies(), debt.rule(), debt.field(), debt.result(), end,
                        Cause.WAIVER_ENDED), Optional.empty()))
                .orElseGet(() -> new OwedRule(debt, Optional.empty()));
    }
}
