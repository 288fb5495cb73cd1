package org.decisiongates.sandbox.jira.api;

import java.util.Locale;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.I18nHelper;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.Texts;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.security.JiraAuthenticationContext} over the acting user of the box. */
record SandboxAuthentication(SandboxJira jira, CurrentUser current, Texts texts) {

    public ApplicationUser getLoggedInUser() {
        return current.key().flatMap(jira.users()::byKey).map(SandboxUser::new).orElse(null);
    }

    public boolean isLoggedInUser() {
        return getLoggedInUser() != null;
    }

    public Locale getLocale() {
        return texts.locale();
    }

    public I18nHelper getI18nHelper() {
        return new SandboxI18n(texts, texts.locale());
    }
}
