package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.TemporalValue;

/** Counts what is open at the end of a period. */
final class OpenByOwnerCounter {

    /** Above this many owners the list is n/a. */
    static final int MAX_OWNERS = 500;

    private final Kind kind;
    private final Period period;
    private final LocalDate today;
    private final Map<String, OpenByOwner.Held> owners = new TreeMap<>();
    private long escalated;
    private long overdueFacing;
    private long withoutFallback;
    private boolean unknown;

    OpenByOwnerCounter(Kind kind, Period period) {
        this.kind = kind;
        this.period = period;
        this.today = period.today();
    }

    void take(IssueTimeline issue) {
        if (issue.kind() != kind || !issue.isOpenBefore(period.until())) {
            return;
        }
        Optional<LocalDate> due = issue.dues().before(period.until());
        boolean overdue = due.filter(day -> day.isBefore(today)).isPresent();
        escalated += issue.phases().before(period.until()).equals(BlockerPhase.ESCALATED.name()) ? 1 : 0;
        overdueFacing += overdue && isSet(issue.customerFacing()) ? 1 : 0;
        withoutFallback += isSet(issue.fallback()) ? 0 : 1;
        // how it stood is known only from the start on, and only if every word of it made sense
        unknown |= issue.initialState().isEmpty() || issue.unreadable() > 0;
        count(issue.owners().before(period.until()), new OpenByOwner.Held("", 1, overdue ? 1 : 0, due, due.isPresent() ? 0 : 1));
    }

    /** Empty when it is not known, or too many own it. */
    Optional<OpenByOwner> counts() {
        return unknown ? Optional.empty()
                : Optional.of(new OpenByOwner(today, escalated, overdueFacing, withoutFallback, owners.values().stream().toList()));
    }

    private boolean isSet(TemporalValue<String> value) {
        return !value.before(period.until()).isEmpty();
    }

    private void count(String owner, OpenByOwner.Held one) {
        OpenByOwner.Held held = owners.getOrDefault(owner, new OpenByOwner.Held(owner, 0, 0, Optional.empty(), 0));
        if (owners.size() < MAX_OWNERS || owners.containsKey(owner)) {
            owners.put(owner, new OpenByOwner.Held(owner, held.open() + one.open(), held.overdue() + one.overdue(),
                    earlier(held.nextDue(), one.nextDue()), held.undated() + one.undated()));
        } else {
            unknown = true;
        }
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.filter(day -> other.isEmpty() || !other.get().isBefore(day)).or(() -> other);
    }
}
