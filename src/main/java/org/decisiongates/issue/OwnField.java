package org.decisiongates.issue;

/**
 * A field the app brings to its issue types. The key is what gates, templates and stored settings call it (ADR-0006); the adapter knows
 * which custom field of the host it became.
 */
public enum OwnField {
    OWNER("owner"),
    ACCEPTANCE_CRITERIA("acceptance-criteria"),
    FALLBACK("fallback"),
    TRADE_OFFS("trade-offs"),
    QUESTION("question"),
    EXPECTED_IMPACT("expected-impact"),
    CUSTOMER_FACING("customer-facing"),
    /** What kind of thing blocks, see {@link BlockerCause}. */
    CAUSE("cause"),
    /** What was decided, or how a Blocker was settled. */
    OUTCOME("outcome"),
    /** Why it was decided like that. Not {@link #REASON}, which the next reopening changes. */
    OUTCOME_REASON("outcome-reason"),
    /** Why the last transition that asked for a reason was made. */
    REASON("reason"),
    /** What was not chosen, and why. */
    REJECTED_OPTIONS("rejected-options"),
    /** Key of the Decision that takes the place of a superseded one, as it was when that was said; the link to it stays true. */
    SUPERSEDED_BY("superseded-by"),
    RISK_APPROVER("risk-approver"),
    /** The last day on which an accepted risk counts as accepted. */
    RISK_EXPIRY("risk-expiry");

    /** The option of {@link #CUSTOMER_FACING} that says so, as set-up creates it. */
    public static final String YES = "Yes";
    /** The other option. */
    public static final String NO = "No";

    private final String key;

    OwnField(String key) {
        this.key = key;
    }

    /** The name everything of ours knows the field by. */
    public String key() {
        return key;
    }
}
