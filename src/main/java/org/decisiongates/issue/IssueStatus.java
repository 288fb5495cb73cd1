package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * Where an issue stands.
 *
 * @param id    the host's id of the status
 * @param name  the name people read
 * @param phase name of the phase of a Decision or Blocker that the status stands for, {@code IN_REVIEW}; empty for any other
 */
public record IssueStatus(String id, String name, Optional<String> phase) {

    public IssueStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
