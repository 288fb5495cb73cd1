package org.decisiongates.jira.platform.text;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;

import org.decisiongates.page.Texts;

/** Jira's texts in the language of the current user, or of another. */
@JiraComponent
public class JiraTexts implements Texts {

    private final I18nResolver texts;
    private final LocaleResolver locales;

    public JiraTexts(I18nResolver texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    @Override
    public String text(String key, Serializable... arguments) {
        return texts.getText(key, arguments);
    }

    /** The text of a key that may not exist. */
    public Optional<String> textIfAny(String key, Serializable... arguments) {
        String raw = texts.getRawText(key);
        // an unknown key comes back as it is
        return raw == null || raw.isEmpty() || raw.equals(key) ? Optional.empty() : Optional.of(text(key, arguments));
    }

    /** The texts in a language that may differ from the current user's. */
    public Texts in(Locale locale) {
        return (key, arguments) -> texts.getText(locale, key, arguments);
    }

    /** The language of the current user. */
    public Locale locale() {
        return locales.getLocale();
    }

    /** The language of a user; the current user's for an empty key. */
    public Locale localeOf(String userKey) {
        return userKey.isEmpty() ? locales.getLocale() : locales.getLocale(new UserKey(userKey));
    }
}
