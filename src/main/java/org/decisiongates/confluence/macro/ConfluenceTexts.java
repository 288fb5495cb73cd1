package org.decisiongates.confluence.macro;

import java.io.Serializable;
import java.util.Locale;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;

import org.decisiongates.page.Texts;

/** Confluence's texts in the language of the current user. */
@ConfluenceComponent
public class ConfluenceTexts implements Texts {

    private final I18nResolver texts;
    private final LocaleResolver locales;

    public ConfluenceTexts(I18nResolver texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    @Override
    public String text(String key, Serializable... arguments) {
        return texts.getText(key, arguments);
    }

    /** The language of the current user. */
    public Locale locale() {
        return locales.getLocale();
    }
}
