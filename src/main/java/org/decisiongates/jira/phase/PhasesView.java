package org.decisiongates.jira.phase;

import java.util.List;

/**
 * The page of a project's phases, as its template sees it.
 *
 * @param action   where its form is sent
 * @param project  key of the project; empty text where none is named
 * @param name     of the project
 * @param revision of the map that is shown
 * @param changed  who changed it last, and when; none where it is not known
 * @param problems why nothing was changed
 * @param done     what was done
 * @param tables   one a type that the project has
 * @param editable whether anything can be chosen
 * @param proposed whether a choice has a proposal that is not taken over
 */
public record PhasesView(String tokenName, String tokenValue, String action, String project, String name, int revision,
        List<String> changed, List<String> problems, List<String> done, List<PhaseTableView> tables, boolean editable, boolean proposed) {

    public PhasesView {
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
        done = List.copyOf(done);
        tables = List.copyOf(tables);
    }
}
