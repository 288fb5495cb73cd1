package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Optional;

/** A transition as the workflow editor shows it; {@code kind} is initial, global, common or ordinary. */
public record TransitionView(int id, String name, String kind, List<String> from, String to, Optional<ScreenRow> screen,
        List<RuleView> conditions, List<RuleView> validators, List<RuleView> postFunctions) {
}
