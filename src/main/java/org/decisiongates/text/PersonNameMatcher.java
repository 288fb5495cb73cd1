package org.decisiongates.text;

import java.util.Locale;

/** Compares what somebody typed for a person with what people are called. */
public final class PersonNameMatcher {

    private PersonNameMatcher() {
    }

    /** Whether words of the name, one after the other, begin with what was typed, in any case: {@code brandt} for Maya Brandt. */
    public static boolean fits(String typed, String name) {
        return (" " + folded(name)).contains(" " + folded(typed));
    }

    /** In one case, without white space around it. */
    public static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
