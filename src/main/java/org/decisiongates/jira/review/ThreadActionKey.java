package org.decisiongates.jira.review;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.decisiongates.review.ThreadStep.Kind;

/** What somebody does in a thread: the last part of the address of the call that does it. */
enum ThreadActionKey {
    REPLY(Kind.REPLIED, "reply"),
    ASK_FOR_OWNER_ACTION(Kind.OWNER_ACTION, "owner-action"),
    DROP_OWNER_ACTION(Kind.OWNER_ACTION_DROPPED, "drop-owner-action"),
    DISPUTE(Kind.DISPUTED, "dispute"),
    SETTLE_DISPUTE(Kind.DISPUTE_SETTLED, "settle-dispute"),
    RESOLVE(Kind.RESOLVED, "resolve"),
    DECLINE(Kind.DECLINED, "decline"),
    REOPEN(Kind.REOPENED, "reopen");

    private final Kind kind;
    private final String key;

    ThreadActionKey(Kind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    /** The name in addresses and JSON. */
    String key() {
        return key;
    }

    /** Those that take one of these steps, in the order in which they are offered. */
    static List<ThreadActionKey> of(Set<Kind> kinds) {
        return Arrays.stream(values()).filter(action -> kinds.contains(action.kind)).toList();
    }
}
