package org.decisiongates.jira.takeout;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;

import org.decisiongates.takeout.TakenPerson;

/** The people that one take-out names. What the app stores names them by key; outside they are known by user name. */
final class TakenPeople {

    private final UserManager users;
    private final Map<String, TakenPerson> named = new TreeMap<>();

    TakenPeople(UserManager users) {
        this.users = users;
    }

    /** User name of whoever has this key; the key of somebody who is gone, and empty text for nobody. */
    String ofKey(String key) {
        return key.isEmpty() ? key : Optional.ofNullable(users.getUserByKey(key)).map(this::of).orElse(key);
    }

    /** User name. */
    String of(ApplicationUser user) {
        named.put(user.getUsername(), new TakenPerson(user.getKey(), user.getDisplayName()));
        return user.getUsername();
    }

    /** Everybody who was named, by user name. */
    Map<String, TakenPerson> named() {
        return named;
    }
}
