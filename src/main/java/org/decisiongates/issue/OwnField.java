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
    CUSTOMER_FACING("customer-facing");

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
