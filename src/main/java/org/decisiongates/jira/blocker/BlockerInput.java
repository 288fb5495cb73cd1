package org.decisiongates.jira.blocker;

import java.util.Locale;

/** What is typed to raise a Blocker, in the order of the form. */
enum BlockerInput {
    PROJECT("project"),
    SUMMARY("summary"),
    CAUSE("cause"),
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

    /** The name in JSON. */
    String member() {
        String[] words = key.split("-");
        return words.length == 1 ? key : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
