package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.Locale;

import com.atlassian.jira.util.I18nHelper;

import org.decisiongates.sandbox.host.Texts;

/** The texts of Jira and of every app in one language. */
record SandboxI18n(Texts texts, Locale locale) implements I18nHelper {

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public String getText(String key) {
        return texts.text(locale, key);
    }

    @Override
    public String getText(String key, String value1) {
        return texts.text(locale, key, value1);
    }

    @Override
    public String getText(String key, String value1, String value2) {
        return texts.text(locale, key, value1, value2);
    }

    @Override
    public String getText(String key, Object parameters) {
        return texts.text(locale, key, parameters instanceof Object[] several ? several
                : parameters instanceof Collection<?> list ? list.toArray() : new Object[] {parameters});
    }

    @Override
    public String getUnescapedText(String key) {
        return texts.raw(locale, key).orElse(key);
    }

    @Override
    public boolean isKeyDefined(String key) {
        return texts.knows(key);
    }
}
