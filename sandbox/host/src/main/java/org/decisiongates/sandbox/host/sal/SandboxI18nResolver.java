package org.decisiongates.sandbox.host.sal;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

import com.atlassian.sal.api.message.Message;

import org.decisiongates.sandbox.host.Texts;

/** Texts by key, in the reader's language. */
public record SandboxI18nResolver(Texts texts) {

    public String getText(String key, Serializable... arguments) {
        return texts.text(key, (Object[]) arguments);
    }

    public String getText(Locale locale, String key, Serializable... arguments) {
        return texts.text(locale, key, (Object[]) arguments);
    }

    public String getText(String key) {
        return texts.text(key);
    }

    public String getText(Locale locale, String key) {
        return texts.text(locale, key);
    }

    public String getText(Message message) {
        return texts.text(message.getKey(), (Object[]) message.getArguments());
    }

    public String getText(Locale locale, Message message) {
        return texts.text(locale, message.getKey(), (Object[]) message.getArguments());
    }

    public String getRawText(String key) {
        return texts.raw(texts.locale(), key).orElse(key);
    }

    public String getRawText(Locale locale, String key) {
        return texts.raw(locale, key).orElse(key);
    }

    public Message createMessage(String key, Serializable... arguments) {
        return new Text(key, arguments);
    }

    public Map<String, String> getAllTranslationsForPrefix(String prefix) {
        return texts.startingWith(texts.locale(), prefix);
    }

    public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
        return texts.startingWith(locale, prefix);
    }

    /** A key with its arguments. */
    private record Text(String key, Serializable... arguments) implements Message {

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public Serializable[] getArguments() {
            return arguments.clone();
        }
    }
}
