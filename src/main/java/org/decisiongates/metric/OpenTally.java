package org.decisiongates.metric;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * All that is open of one kind, in numbers.
 *
 * @param escalated       Blockers in the phase Escalated
 * @param overdueFacing   overdue ones that customers notice
 * @param withoutFallback ones without a fallback plan
 * @param owners          who holds it, nobody first, then by key or name; owners of one name are one, but for those without an active
 *                        account
 */
public record OpenTally(long escalated, long overdueFacing, long withoutFallback, List<OwnerLoad> owners) {

    private static final Comparator<OwnerLoad> ORDER = Comparator.<OwnerLoad, String>comparing(load -> load.owner().orElse(""))
            .thenComparing(load -> load.owner().isPresent())
            .thenComparing(OwnerLoad::active);

    public OpenTally {
        Map<List<Object>, OwnerLoad> merged = new LinkedHashMap<>();
        owners.forEach(load -> merged.merge(List.of(load.owner(), load.active()), load, OwnerLoad::and));
        owners = merged.values().stream().sorted(ORDER).toList();
    }

    public long open() {
        return count(OwnerLoad::open);
    }

    public long overdue() {
        return count(OwnerLoad::overdue);
    }

    public long undated() {
        return count(OwnerLoad::undated);
    }

    /** What nobody answers for: it has no owner, or one without an active account. */
    public long nobodys() {
        return count(load -> load.owner().isPresent() && load.active() ? 0 : load.open());
    }

    /** Whether {@code part} can be a part of this: no more of anything, owner by owner. */
    public boolean holds(OpenTally part) {
        return part.escalated <= escalated && part.overdueFacing <= overdueFacing && part.withoutFallback <= withoutFallback
                && part.owners.stream().allMatch(load -> owners.stream().anyMatch(all -> all.holds(load)));
    }

    /** The same with another load in place of each owner's. */
    public OpenTally with(UnaryOperator<OwnerLoad> each) {
        return new OpenTally(escalated, overdueFacing, withoutFallback, owners.stream().map(each).toList());
    }

    private long count(ToLongFunction<OwnerLoad> each) {
        return owners.stream().mapToLong(each).sum();
    }
}
