package org.decisiongates.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People whom a text mentions, as Jira writes it: {@code [~name]}, and not behind a backslash. */
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

    /**
     * The text with {@code @} and what people are called in place of those it mentions, the first {@link #MAX} of them. Whoever has no name
     * to show stays as typed.
     *
     * @param names what to call somebody, by user name
     */
    public static String named(String text, Function<String, Optional<String>> names) {
        Map<String, Optional<String>> called = new HashMap<>();
        in(text).forEach(name -> called.put(name, names.apply(name)));
        return called.isEmpty() ? text
                : MENTION.matcher(text).replaceAll(mention -> Matcher.quoteReplacement(called
                        .getOrDefault(mention.group(1).strip(), Optional.empty()).map(name -> "@" + name).orElse(mention.group())));
    }
}
