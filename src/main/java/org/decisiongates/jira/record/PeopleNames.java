package org.decisiongates.jira.record;

import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;

/** Finds people by what they are called, and the other way round. Records name people by their keys, which never change. */
@JiraComponent
public class PeopleNames {

    private final UserManager users;
    private final JiraTexts texts;

    PeopleNames(UserManager users, JiraTexts texts) {
        this.users = users;
        this.texts = texts;
    }

    /** User key of somebody with this user name or key; a name goes first, since an old key may be somebody else's name by now. */
    Optional<String> keyOf(String typed) {
        ApplicationUser named = users.getUserByName(typed);
        return Optional.ofNullable(named == null ? users.getUserByKey(typed) : named).map(ApplicationUser::getKey);
    }

    /** What somebody logs in with; the key of somebody who is gone. */
    String userName(String key) {
        return Optional.ofNullable(users.getUserByKey(key)).map(ApplicationUser::getUsername).orElse(key);
    }

    /** What people read. */
    String displayName(String key) {
        ApplicationUser user = users.getUserByKey(key);
        if (user == null) {
            return texts.text("decision-gates.record.person.gone", key);
        }
        return user.isActive() ? user.getDisplayName() : texts.text("decision-gates.record.person.inactive", user.getDisplayName());
    }
}
