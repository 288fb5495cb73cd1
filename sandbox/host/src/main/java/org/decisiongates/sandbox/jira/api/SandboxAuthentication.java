package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.Texts;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.security.JiraAuthenticationContext} over the acting user of the box. */
record SandboxAuthentication(SandboxJira jira, CurrentUser current, Texts texts) {

    public ApplicationUser getLoggedInUser() {
        return current.key().flatMap(jira.users()::byKey).map(SandboxUser::new).orElse(null);
    }

    public void setLoggedInUser(ApplicationUser user) {
        current.become(SandboxUser.key(user));
    }
}
