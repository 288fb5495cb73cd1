package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a kind is open at the end of a period, counted, by owner.
 *
 * @param today           the day by which something is overdue: that of the moment it is counted at, project zone
 * @param escalated       Blockers in the phase Escalated
 * @param overdueFacing   overdue ones that customers notice
 * @param withoutFallback ones without a fallback plan
 * @param owners          by user key, nobody's first
 */
public record OpenByOwner(LocalDate today, long escalated, long overdueFacing, long withoutFallback, List<Held> owners) {

    public OpenByOwner {
        owners = List.copyOf(owners);
    }

    public long open() {
        return owners.stream().mapToLong(Held::open).sum();
    }

    /**
     * What one owner holds.
     *
     * @param owner   user key; empty for nobody
     * @param overdue due before today
     * @param nextDue the earliest due date, past or not
     * @param undated ones without a due date
     */
    public record Held(String owner, long open, long overdue, Optional<LocalDate> nextDue, long undated) {
    }
}
