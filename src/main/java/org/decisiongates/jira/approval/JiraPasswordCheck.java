package org.decisiongates.jira.approval;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.approval.Password;
import org.decisiongates.approval.PasswordCheck;

/** Has Jira check passwords, in whatever directory the person is. Jira is not said to count wrong ones here. */
@JiraComponent
class JiraPasswordCheck implements PasswordCheck {

    private static final Logger LOG = LoggerFactory.getLogger(JiraPasswordCheck.class);

    private final UserManager users;
    private final com.atlassian.sal.api.user.UserManager passwords;

    JiraPasswordCheck(UserManager users, com.atlassian.sal.api.user.UserManager passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    @Override
    public Outcome outcome(String userKey, Password password) {
        ApplicationUser user = users.getUserByKey(userKey);
        if (user == null || !user.isActive()) {
            return Outcome.NOT_POSSIBLE;
        }
        try {
            return passwords.authenticate(user.getUsername(), password.typed()) ? Outcome.RIGHT : Outcome.WRONG;
        } catch (RuntimeException | LinkageError e) {
            // not its message: a directory may say in it what it was asked
            LOG.warn("A password could not be checked: {}", e.getClass().getName());
            return Outcome.NOT_POSSIBLE;
        }
    }
}
