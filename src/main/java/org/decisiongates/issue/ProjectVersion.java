package org.decisiongates.issue;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A version of a project that an issue is meant for, or was found in.
 *
 * @param id          the host's id
 * @param name        the name people read
 * @param releaseDate the day it is to be released, or was; empty where nobody planned one
 * @param released    whether it is out
 */
public record ProjectVersion(String id, String name, Optional<LocalDate> releaseDate, boolean released) {

    public ProjectVersion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(releaseDate, "releaseDate");
    }
}
