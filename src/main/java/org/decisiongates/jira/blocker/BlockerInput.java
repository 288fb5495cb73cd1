package org.decisiongates.jira.blocker;

/** What is typed to raise a Blocker, in the order of the form. */
enum BlockerInput {
    PROJECT("project"),
    SUMMARY("summary"),
    OWNER("owner"),
    DUE("due"),
    FALLBACK("fallback"),
    TRIGGER("trigger"),
    CUSTOMER_FACING("customer-facing"),
    AUDIENCE("audience"),
    CHANNEL("channel"),
    WRITER("writer"),
    NEXT_UPDATE("next-update"),
    LINK("link");

    private final String key;

    BlockerInput(String key) {
        this.key = key;
    }

    /** The name in the form and in texts. */
    String key() {
        return key;
    }
}
