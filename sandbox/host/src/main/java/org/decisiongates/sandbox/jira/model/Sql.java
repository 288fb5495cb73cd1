package org.decisiongates.sandbox.jira.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of SQL and what is bound in it; values never become part of the text. */
record Sql(String text, List<Object> arguments) {

    static final Sql NEVER = of("1 = 0");
    static final Sql ALWAYS = of("1 = 1");

    static Sql of(String text, Object... arguments) {
        List<Object> bound = new ArrayList<>();
        Collections.addAll(bound, arguments);
        return new Sql(text, bound);
    }

    /** {@code column in (…)}; never true for an empty list. */
    static Sql in(String column, Collection<?> values) {
        return values.isEmpty() ? NEVER
                : new Sql(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", new ArrayList<>(values));
    }

    static Sql joined(String word, List<Sql> parts) {
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(" " + word + " ", "(", ")")),
                parts.stream().flatMap(part -> part.arguments().stream()).collect(Collectors.toCollection(ArrayList::new)));
    }

    Sql inside(String before, String after, Object... first) {
        List<Object> all = new ArrayList<>();
        Collections.addAll(all, first);
        all.addAll(arguments);
        return new Sql(before + text + after, all);
    }
}
