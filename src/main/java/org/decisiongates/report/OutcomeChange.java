package org.decisiongates.report;

/** How an outcome compares with the one of what is in force. Stored by name. */
public enum OutcomeChange {
    /** It would be refused, and is not now. */
    NEWLY_REFUSED,
    /** It is refused now, and would not be. */
    NO_LONGER_REFUSED,
    /** It would be refused as it is now. */
    STILL_REFUSED,
    /** One of both cannot be told. */
    CANNOT_TELL,
    /** It cannot be told, but whatever it is now it would be. */
    UNCHANGED,
    /** It would be let through as it is now. */
    STILL_LET_THROUGH;

    /** @param before by what is in force */
    public static OutcomeChange of(ReportOutcome before, ReportOutcome after) {
        if (before == ReportOutcome.CANNOT_TELL || after == ReportOutcome.CANNOT_TELL) {
            return CANNOT_TELL;
        }
        if (before.refuses()) {
            return after.refuses() ? STILL_REFUSED : NO_LONGER_REFUSED;
        }
        return after.refuses() ? NEWLY_REFUSED : STILL_LET_THROUGH;
    }
}
