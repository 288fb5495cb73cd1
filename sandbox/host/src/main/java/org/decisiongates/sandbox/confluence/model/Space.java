package org.decisiongates.sandbox.confluence.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A space.
 *
 * @param homePage id of its first page; empty until it has one
 */
public record Space(long id, String key, String name, String description, Optional<Long> homePage) {

    /** What its picture shows. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
