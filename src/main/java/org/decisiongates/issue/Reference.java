package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * Something of the host that a setting names by its id, and that may be deleted while the setting stays.
 *
 * @param kind  what it is
 * @param id    the host's id; the name itself for groups and labels
 * @param field the field that offers an option; empty for anything else
 */
public record Reference(Kind kind, String id, Optional<Field> field) {

    /** What settings can name. */
    public enum Kind {
        OPTION, PERSON, GROUP, ROLE, LINK_TYPE, STATUS
    }

    public Reference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(field, "field");
    }

    public static Reference to(Kind kind, String id) {
        return new Reference(kind, id, Optional.empty());
    }

    /** One of the values that can be chosen in {@code field}. */
    public static Reference toOption(Field field, String id) {
        return new Reference(Kind.OPTION, id, Optional.of(field));
    }
}
