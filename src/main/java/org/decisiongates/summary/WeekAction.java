package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A next step that a rule asks of a person.
 *
 * @param kind stable name: {@code name-an-owner}, {@code replace-inactive-owner}, {@code replace-unassignable-owner},
 *             {@code resolve-overdue}, {@code set-a-due-date}, {@code write-a-fallback}, {@code decide-overdue},
 *             {@code decide-on-a-waiver}, {@code settle-gate-debt}, {@code record-the-actual}
 * @param rule key of the rule that is owed, or would be waived; empty for every kind but {@code settle-gate-debt} and
 *             {@code decide-on-a-waiver}
 * @param who  name of the owner, whose account is active; where an owner has to be named, of the project's lead; of a waiver, the
 *             project roles and groups that may grant it; empty where there is none
 * @param by   the due date, or the last day of the waiver, unless it is past
 */
public record WeekAction(String kind, String key, String summary, Optional<String> rule, Optional<String> who, Optional<LocalDate> by) {

    /** That nobody in particular is asked for, by no day. */
    public static WeekAction of(String kind, String key, String summary) {
        return new WeekAction(kind, key, summary, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
