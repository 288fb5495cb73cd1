package org.decisiongates.issue;

import java.util.Objects;

/**
 * One of the values that a field of options or labels holds.
 *
 * @param id   what the host knows it by; the name itself for labels
 * @param name the name people read
 */
public record Choice(String id, String name) {

    public Choice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
