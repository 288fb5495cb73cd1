package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All that is open of one kind, in numbers.
 *
 * @param escalated       Blockers in the phase Escalated
 * @param overdueFacing   overdue ones that customers notice
 * @param withoutFallback ones without a fallback plan
 * @param owners          who holds it, in the order of names; owners of one name are one, but for those without an active account
 */
public record OpenTally(long escalated, long overdueFacing, long withoutFallback, List<Held> owners) {

    private static final Comparator<Held> ORDER = Comparator.<Held, String>comparing(held -> held.owner().orElse(""))
            .thenComparing(held -> held.owner().isPresent())
            .thenComparing(Held::active);

    public OpenTally {
        Map<List<Object>, Held> merged = new LinkedHashMap<>();
        owners.forEach(held -> merged.merge(List.of(held.owner(), held.active()), held, Held::and));
        owners = merged.values().stream().sorted(ORDER).toList();
    }

    /** What these items come to. */
    public static OpenTally of(List<OpenItem> items) {
        return new OpenTally(count(items, item -> item.escalated() ? 1 : 0),
                count(items, item -> item.overdue() && item.customerFacing() ? 1 : 0),
                count(items, item -> item.fallback().isBlank() ? 1 : 0), items.stream().map(Held::of).toList());
    }

    /**
     * What there is, when some of it is listed: what {@code known} says, if it speaks of as many and says no less of anything than the
     * list does; else what is listed.
     */
    public static OpenTally of(Section<OpenItem> items, Optional<OpenTally> known) {
        OpenTally listed = of(items.rows());
        return known.filter(tally -> listed.open() < items.total() && tally.open() == items.total() && tally.holds(listed)).orElse(listed);
    }

    public long open() {
        return count(owners, Held::open);
    }

    public long overdue() {
        return count(owners, Held::overdue);
    }

    public long undated() {
        return count(owners, Held::undated);
    }

    /** What nobody answers for: it has no owner, or one without an active account. */
    public long nobodys() {
        return count(owners, held -> held.owner().isPresent() && held.active() ? 0 : held.open());
    }

    private boolean holds(OpenTally part) {
        return part.escalated <= escalated && part.overdueFacing <= overdueFacing && part.withoutFallback <= withoutFallback
                && part.owners.stream().allMatch(held -> owners.stream().anyMatch(all -> all.holds(held)));
    }

    private static <T> long count(List<T> all, ToLongFunction<T> each) {
        return all.stream().mapToLong(each).sum();
    }

    /**
     * What one owner holds.
     *
     * @param owner   name; empty for nobody
     * @param active  whether the account is active
     * @param overdue of what is open, past its due date
     * @param nextDue the earliest due date
     * @param undated of what is open, without a due date
     */
    public record Held(Optional<String> owner, boolean active, long open, long overdue, Optional<LocalDate> nextDue, long undated) {

        private static Held of(OpenItem item) {
            return new Held(item.owner(), item.ownerActive(), 1, item.overdue() ? 1 : 0, item.due(), item.due().isEmpty() ? 1 : 0);
        }

        private Held and(Held other) {
            return new Held(owner, active, open + other.open, overdue + other.overdue,
                    Stream.concat(nextDue.stream(), other.nextDue.stream()).min(Comparator.naturalOrder()), undated + other.undated);
        }

        private boolean holds(Held part) {
            return owner.equals(part.owner) && active == part.active && open >= part.open && overdue >= part.overdue
                    && undated >= part.undated
                    && nextDue.stream().allMatch(due -> part.nextDue.stream().noneMatch(due::isAfter))
                    && (nextDue.isPresent() || part.nextDue.isEmpty());
        }
    }
}
