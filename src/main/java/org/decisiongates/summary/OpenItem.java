package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;

/**
 * An open Decision or Blocker as one reader may see it.
 *
 * @param key            issue key
 * @param summary        the summary, as typed
 * @param phase          where it stands: the status name in the reader's language
 * @param owner          name of the owner; empty when nobody owns it
 * @param ownerActive    whether the owner's account is active; false when there is none
 * @param due            due date, project zone
 * @param overdue        whether {@code due} lies before today in the project zone
 * @param ageDays        whole days since creation, wall time (metric M11)
 * @param fallback       fallback plan as typed; empty when not set
 * @param customerFacing whether customers notice
 * @param escalated      whether it is a Blocker in the phase Escalated
 * @param ownerUser      user name of the owner in the host, for a live week only; empty where nobody owns it or nobody is logged in
 * @param ownerKey       key of the owner's account, by which weeks are compared; never told to anybody; empty where nobody owns it, and
 *                       in weeks of versions that did not keep it
 * @param impact         what its impact lines say of numbers, at most {@value ExpectedImpact#MAX_NUMBERS}; none where it is not known
 * @param lead           name of the project's lead, who can name an owner; empty where an active account owns it, or leads nothing
 */
public record OpenItem(String key, String summary, String phase, Optional<String> owner, boolean ownerActive,
        Optional<LocalDate> due, boolean overdue, long ageDays, String fallback, boolean customerFacing, boolean escalated,
        Optional<String> ownerUser, Optional<String> ownerKey, List<ExpectedImpact> impact, Optional<String> lead) {

    public OpenItem {
        // no closed week holds them
        impact = impact == null ? List.of() : List.copyOf(impact);
    }

    /** An item of which is said what closed weeks keep. */
    public OpenItem(String key, String summary, String phase, Optional<String> owner, boolean ownerActive, Optional<LocalDate> due,
            boolean overdue, long ageDays, String fallback, boolean customerFacing, boolean escalated) {
        this(key, summary, phase, owner, ownerActive, due, overdue, ageDays, fallback, customerFacing, escalated, Optional.empty(),
                Optional.empty(), List.of(), Optional.empty());
    }

    /** The same, owned by the user of this name. */
    public OpenItem ownedBy(Optional<String> userName) {
        return new OpenItem(key, summary, phase, owner, ownerActive, due, overdue, ageDays, fallback, customerFacing, escalated, userName,
                ownerKey, impact, lead);
    }

    /** The same with what its impact lines say. */
    public OpenItem expecting(List<ExpectedImpact> numbers) {
        return new OpenItem(key, summary, phase, owner, ownerActive, due, overdue, ageDays, fallback, customerFacing, escalated, ownerUser,
                ownerKey, numbers, lead);
    }

    /** The same, owned by the account of this key. */
    public OpenItem keyed(Optional<String> accountKey) {
        return new OpenItem(key, summary, phase, owner, ownerActive, due, overdue, ageDays, fallback, customerFacing, escalated, ownerUser,
                accountKey, impact, lead);
    }

    /** Whether both have the same owner: the same account where both know it, else one of the same name. */
    public boolean isOwnedAs(OpenItem other) {
        return ownerKey.isPresent() && other.ownerKey.isPresent() ? ownerKey.equals(other.ownerKey) : owner.equals(other.owner);
    }

    /** The tally of these items. */
    public static OpenTally tally(List<OpenItem> items) {
        return new OpenTally(items.stream().filter(OpenItem::escalated).count(),
                items.stream().filter(item -> item.overdue() && item.customerFacing()).count(),
                items.stream().filter(item -> item.fallback().isBlank()).count(),
                items.stream().map(item -> OwnerLoad.of(item.owner(), item.ownerActive(), item.due(), item.overdue())).toList());
    }
}
