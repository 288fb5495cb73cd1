package org.decisiongates.issue;

import java.util.Objects;

/**
 * A person named in a field.
 *
 * @param key        the host's immutable user key
 * @param name       the name people read
 * @param active     whether the account may still log in
 * @param assignable whether this person may be assigned work in the item's project
 */
public record Person(String key, String name, boolean active, boolean assignable) {

    /** Stands where a person was who was erased. */
    public static final String ERASED = "(erased)";

    public Person {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
    }
}
