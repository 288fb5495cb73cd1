package org.decisiongates.text;

import java.util.Locale;

/** The stable name of a constant, as messages, JSON and styles spell it. */
public final class KebabCase {

    private KebabCase() {
    }

    /** {@code NOT_ENOUGH_DATA} as {@code not-enough-data}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
