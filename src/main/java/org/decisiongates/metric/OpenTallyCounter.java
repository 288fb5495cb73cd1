package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.IssueTimeline;
import org.decisiongates.timeline.TemporalValue;

/** Counts what is open at the end of a period. */
final class OpenTallyCounter {

    /** Above this many owners the list is n/a. */
    static final int MAX_OWNERS = 500;

    private final Kind kind;
    private final Period period;
    private final Map<String, OwnerLoad> owners = new TreeMap<>();
    private long escalated;
    private long overdueFacing;
    private long withoutFallback;
    private boolean unknown;

    OpenTallyCounter(Kind kind, Period period) {
        this.kind = kind;
        this.period = period;
    }

    void take(IssueTimeline issue) {
        if (issue.kind() != kind || !issue.isOpenBefore(period.until())) {
            return;
        }
        Optional<LocalDate> due = issue.dues().before(period.until());
        boolean overdue = due.filter(day -> day.isBefore(period.today())).isPresent();
        escalated += issue.phases().before(period.until()).equals(BlockerPhase.ESCALATED.name()) ? 1 : 0;
        overdueFacing += overdue && isSet(issue.customerFacing()) ? 1 : 0;
        withoutFallback += isSet(issue.fallback()) ? 0 : 1;
        // its state is known only if the creation is recorded and every entry could be interpreted
        unknown |= issue.initialState().isEmpty() || issue.unreadable() > 0;
        String owner = issue.owners().before(period.until());
        if (owners.size() < MAX_OWNERS || owners.containsKey(owner)) {
            owners.merge(owner, OwnerLoad.of(Optional.of(owner).filter(key -> !key.isEmpty()), false, due, overdue), OwnerLoad::and);
        } else {
            unknown = true;
        }
    }

    /** Empty when it is not known, or there are too many owners. */
    Optional<OpenTally> tally() {
        return unknown ? Optional.empty()
                : Optional.of(new OpenTally(escalated, overdueFacing, withoutFallback, List.copyOf(owners.values())));
    }

    private boolean isSet(TemporalValue<String> value) {
        return !value.before(period.until()).isEmpty();
    }
}
