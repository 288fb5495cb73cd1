package org.decisiongates.sandbox.jira.model;

import java.util.Optional;

/** A transition an issue offers to somebody now. */
public record TransitionRow(int id, String name, StatusRow to, Optional<ScreenRow> screen) {
}
