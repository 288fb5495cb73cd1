package org.decisiongates.sandbox.host;

import java.util.Locale;

/** The texts of the host and of every plugin, by key. */
public final class Texts {

    /** Adds a resource bundle on the host's class path. */
    public void add(String bundle) {
        throw new UnsupportedOperationException();
    }

    /** The text in the reader's language, arguments filled in; the key itself when nobody knows it. */
    public String text(String key, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    public String text(Locale locale, String key, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    public boolean knows(String key) {
        throw new UnsupportedOperationException();
    }
}
