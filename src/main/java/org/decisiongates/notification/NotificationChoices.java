package org.decisiongates.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What people have chosen about e-mails. */
public interface NotificationChoices {

    /**
     * Those of these people (at most 1 000) who have chosen, by user key. What somebody chose is empty where it cannot be read, as after a
     * newer version of the app: they may have chosen to get nothing. One statement.
     */
    Map<String, Optional<NotificationChoice>> of(Collection<String> userKeys);

    /** Stores it in place of that of the same person. */
    void put(NotificationChoice choice);
}
