package org.decisiongates.jira.blocker;

import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;

/** What is typed to raise a Blocker, in the order of the form. */
enum BlockerInput implements CreationInput {
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
    LINK("link"),
    /** Key of the Blocker that is there already, where another one is wanted. */
    ANOTHER("another");

    static final String YES = "yes";
    static final String NO = "no";

    private final String key;

    BlockerInput(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    static boolean isCustomerFacing(CreationFormValues typed) {
        return typed.text(CUSTOMER_FACING).equals(YES);
    }
}
