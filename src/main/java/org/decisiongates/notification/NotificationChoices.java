package org.decisiongates.notification;

import java.util.Collection;
import java.util.Map;

/** What people have chosen about e-mails. */
public interface NotificationChoices {

    /** Those of these people (at most 1 000) who have chosen, by user key. One statement. */
    Map<String, NotificationChoice> of(Collection<String> userKeys);

    /** Stores it in place of that of the same person. */
    void put(NotificationChoice choice);
}
