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
 *                    {@code first-check}, {@code circumstances}, {@code waiver-ended}
 * @param since       the day since which it is owed, project zone
 * @param ageDays     whole days since then, wall time
 * @param owner       name of the owner; empty when nobody owns it
 * @param ownerActive whether the owner's account is active; false when there is none
 * @param due         the due date, project zone
 * @param ownerAsked  whether the rule asks for an owner who can be assigned the issue: whoever owns it cannot settle that
 * @param lead        name of the project's lead, who can name another owner; only where {@code ownerAsked}, and if that account is active
 */
public record OwedRuleItem(String key, String summary, String rule, String cause, LocalDate since, long ageDays, Optional<String> owner,
        boolean ownerActive, Optional<LocalDate> due, boolean ownerAsked, Optional<String> lead) {

    /** One that the owner can settle. */
    public OwedRuleItem(String key, String summary, String rule, String cause, LocalDate since, long ageDays, Optional<String> owner,
            boolean ownerActive, Optional<LocalDate> due) {
        this(key, summary, rule, cause, since, ageDays, owner, ownerActive, due, false, Optional.empty());
    }
}
