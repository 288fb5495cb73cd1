package org.decisiongates.jira.owner;

import java.util.List;

/**
 * The page on which a project says whether owner and assignee are the same, as its template sees it.
 *
 * @param action   where its form is sent
 * @param project  key of the project; empty text where none is named
 * @param name     of the project
 * @param same     whether they are kept the same
 * @param changed  who chose that last, and when; none where it is not known
 * @param hours    in which hours the time of owners passes
 * @param differing issues in which the two differ all the same; none where there are none
 * @param problems why nothing was changed
 * @param done     what was done
 */
public record OwnerPageView(String tokenName, String tokenValue, String action, String project, String name, boolean same,
        List<String> changed, OwnerActionHoursView hours, List<OwnerDifferencesView> differing, List<String> problems, List<String> done) {

    public OwnerPageView {
        changed = List.copyOf(changed);
        differing = List.copyOf(differing);
        problems = List.copyOf(problems);
        done = List.copyOf(done);
    }
}
