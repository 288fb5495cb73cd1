package org.decisiongates.jira.trail;

import java.util.Optional;

import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Person;
import org.decisiongates.jira.platform.text.JiraTexts;

/** What people of a trail are called. */
@JiraComponent
class TrailPersonNames {

    private static final String KEY = "decision-gates.trail.person.";

    private final UserManager users;
    private final JiraTexts texts;

    TrailPersonNames(UserManager users, JiraTexts texts) {
        this.users = users;
        this.texts = texts;
    }

    /** What somebody is called, and whether the account is off; the user key of who is gone. */
    String name(String userKey) {
        if (userKey.isEmpty()) {
            return texts.text(KEY + "unknown");
        }
        if (userKey.equals(Person.ERASED)) {
            return texts.text(KEY + "erased");
        }
        return Optional.ofNullable(users.getUserByKey(userKey))
                .map(user -> user.isActive() ? user.getDisplayName() : texts.text(KEY + "inactive", user.getDisplayName()))
                .orElse(userKey);
    }
}
