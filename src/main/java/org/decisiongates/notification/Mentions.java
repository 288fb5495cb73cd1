package org.decisiongates.notification;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whom a text mentions, as Jira writes it: {@code [~name]}, and not behind a backslash. */
public final class Mentions {

    /** How many names of a text count; a text that names everybody is not for anybody. */
    public static final int MAX = 50;

    private static final Pattern MENTION = Pattern.compile("(?<!\\\\)\\[~([^\\[\\]\\p{Cntrl}]{1,255})\\]");

    private Mentions() {
    }

    /** User names as they were typed, each once, the first {@link #MAX}. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find() && names.size() < MAX) {
            String name = mention.group(1).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
