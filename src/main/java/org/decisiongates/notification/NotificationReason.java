package org.decisiongates.notification;

import java.util.Arrays;

/** Why somebody is told of something; who has several reasons is told the first of them. Stored by name. */
public enum NotificationReason {
    /** The text names them. */
    MENTIONED,
    /** The 48 hours of the owner, which they are, have passed. */
    WINDOW_BREACHED,
    /** The owner, which they are, has to act. */
    OWNER_ACTION,
    /** They opened the thread or wrote in it. */
    TOOK_PART,
    /** They watch the issue. */
    WATCHES,
    /** An approval that they can give is missing, and they are reminded of it. */
    APPROVAL_MISSING;

    /** The reason of this name; for a word of a newer version of the app the weakest one. */
    public static NotificationReason named(String name) {
        return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst().orElse(WATCHES);
    }
}
