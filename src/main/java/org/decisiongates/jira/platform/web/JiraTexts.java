package org.decisiongates.jira.platform.web;

import java.io.Serializable;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;

import org.decisiongates.page.WeekPage;

/** Jira's texts in the reader's language. */
@JiraComponent
public class JiraTexts {

    private final I18nResolver texts;
    private final LocaleResolver locales;

    JiraTexts(I18nResolver texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    public WeekPage page() {
        return WeekPage.in(locales.getLocale(), texts::getText);
    }

    public String text(String key, Serializable... arguments) {
        return texts.getText(key, arguments);
    }
}
