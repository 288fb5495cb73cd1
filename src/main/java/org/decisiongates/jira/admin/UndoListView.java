package org.decisiongates.jira.admin;

import java.util.List;

/**
 * What can be taken back of a project, as the template sees it.
 *
 * @param project   project key
 * @param steps     what would be done, a sentence a scheme, in that order
 * @param obstacles why it cannot be done now; none when it can
 */
public record UndoListView(String project, List<String> steps, List<String> obstacles) {

    public UndoListView {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
    }
}
