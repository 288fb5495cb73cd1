package org.decisiongates.jira.sidebar;

import java.io.Serializable;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;

import org.decisiongates.page.WeekPage;

/** Jira's texts in the reader's language. */
@JiraComponent
class Words {

    private final I18nResolver texts;
    private final LocaleResolver locales;

    Words(I18nResolver texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    WeekPage page() {
        return WeekPage.in(locales.getLocale(), texts::getText);
    }

    String text(String key, Serializable... arguments) {
        return texts.getText(key, arguments);
    }
}
