package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that an issue owes the gate before its phase, as one reader may see it (metric M13). A rule that is owed for several fields is
 * one row.
 *
 * @param key         issue key
 * @param summary     the summary, as typed
 * @param rule        key of the rule
 * @param cause       what brought it about, in kebab case: {@code edited-away}, {@code policy-change}, {@code entered-without-gate},
 *                    {@code circumstances}, {@code waiver-ended}
 * @param since       the day since which it is owed, project zone
 * @param ageDays     whole days since then, wall time
 * @param owner       name of the owner; empty when nobody owns it
 * @param ownerActive whether the owner's account is active; false when there is none
 * @param due         the due date, project zone
 */
public record OwedRuleItem(String key, String summary, String rule, String cause, LocalDate since, long ageDays, Optional<String> owner,
        boolean ownerActive, Optional<LocalDate> due) {
}
