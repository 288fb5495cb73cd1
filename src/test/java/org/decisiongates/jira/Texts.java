package org.decisiongates.jira;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.jira.platform.text.JiraTexts;

/** The app's own texts as the host resolves them; texts of a rule {@code test-only}, which no gate ships, are their keys. */
public final class Texts {

    private static final String TEST_ONLY = "decision-gates.rule.test-only.";

    private Texts() {
    }

    /** The texts for readers of English. */
    public static JiraTexts english() {
        return new JiraTexts(resolver(), (LocaleResolver) Proxy.newProxyInstance(Texts.class.getClassLoader(),
                new Class<?>[] {LocaleResolver.class}, (self, method, arguments) -> Locale.ENGLISH));
    }

    /** Resolves keys against the app's bundles; a text in another language than English begins with that language's name. */
    public static I18nResolver resolver() {
        return (I18nResolver) Proxy.newProxyInstance(Texts.class.getClassLoader(), new Class<?>[] {I18nResolver.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getRawText") && arguments.length == 1) {
                        return new BundleTexts().getRawText((String) arguments[0]);
                    }
                    if (!method.getName().equals("getText")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    boolean localized = arguments[0] instanceof Locale;
                    Object[] rest = localized ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
                    Serializable[] values = rest.length > 1 ? (Serializable[]) rest[1] : new Serializable[0];
                    if (((String) rest[0]).startsWith(TEST_ONLY)) {
                        return rest[0];
                    }
                    String text = new BundleTexts().getText((String) rest[0], values);
                    return localized && !Locale.ENGLISH.equals(arguments[0]) ? "[" + arguments[0] + "] " + text : text;
                });
    }
}
