package org.decisiongates.metric;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one owner has open of a kind; the load without an owner counts items without an owner.
 *
 * @param owner   by user key as the journal has it, by name once it is {@linkplain #named named}; empty for nobody
 * @param active  whether the owner's account is active; false for nobody, and until it is named
 * @param open    open issues
 * @param overdue of these, past their due date
 * @param nextDue the earliest due date, past or not
 * @param undated of these, without a due date
 * @param issues  keys of some of them, where they are listed
 */
public record OwnerLoad(Optional<String> owner, boolean active, long open, long overdue, Optional<LocalDate> nextDue, long undated,
        List<String> issues) {

    /** @param issues null where a document has none */
    public OwnerLoad {
        issues = issues == null ? List.of() : List.copyOf(issues);
    }

    /** The load of one open issue. */
    public static OwnerLoad of(Optional<String> owner, boolean active, Optional<LocalDate> due, boolean overdue) {
        return new OwnerLoad(owner, active, 1, overdue ? 1 : 0, due, due.isEmpty() ? 1 : 0, List.of());
    }

    /** This load and {@code more} of the same owner. */
    OwnerLoad and(OwnerLoad more) {
        return new OwnerLoad(owner, active, open + more.open, overdue + more.overdue,
                Stream.concat(nextDue.stream(), more.nextDue.stream()).min(Comparator.naturalOrder()), undated + more.undated, issues);
    }

    /** Whether {@code part} can be a part of this: the same owner's, and no more of anything. */
    boolean holds(OwnerLoad part) {
        return owner.equals(part.owner) && active == part.active && open >= part.open && overdue >= part.overdue && undated >= part.undated
                && nextDue.stream().allMatch(due -> part.nextDue.stream().noneMatch(due::isAfter))
                && (nextDue.isPresent() || part.nextDue.isEmpty());
    }

    /** The same with the owner's name in place of the key. */
    public OwnerLoad named(String name, boolean isActive) {
        return new OwnerLoad(Optional.of(name), isActive, open, overdue, nextDue, undated, issues);
    }

    /** The same, naming these issues. */
    public OwnerLoad listing(List<String> keys) {
        return new OwnerLoad(owner, active, open, overdue, nextDue, undated, keys);
    }
}
