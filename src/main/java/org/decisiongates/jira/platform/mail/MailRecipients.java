package org.decisiongates.jira.platform.mail;

import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.user.UserKey;

/** Tells who can be sent e-mails that people choose on a page of their own. */
@JiraComponent
public class MailRecipients {

    private final UserManager users;
    private final com.atlassian.sal.api.user.UserManager access;
    private final MailServerManager servers;

    MailRecipients(UserManager users, com.atlassian.sal.api.user.UserManager access, MailServerManager servers) {
        this.users = users;
        this.access = access;
        this.servers = servers;
    }

    /** Whether Jira has a server for outgoing mail. */
    public boolean isMailOn() {
        return servers.isDefaultSMTPMailServerDefined();
    }

    /** Somebody by the user key; empty for who is deactivated, has no address, or may not use Jira and so could not stop the e-mails. */
    public Optional<ApplicationUser> withKey(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey)).filter(ApplicationUser::isActive)
                .filter(user -> user.getEmailAddress() != null && !user.getEmailAddress().isBlank())
                .filter(user -> access.isLicensed(new UserKey(user.getKey())));
    }
}
