package org.decisiongates.jira.health;

import java.util.List;

/**
 * What the page of health shows.
 *
 * @param project key of the project; empty text for all of Jira
 * @param summary how things stand, in a sentence
 * @param state   the same in a word
 * @param style   of that word
 * @param rows    what is wrong, the worst first
 * @param passed  names of what is in order
 * @param checked when it was looked at
 * @param jobs    how the app's jobs stand; none where that is of no concern
 * @param offers  what there is to choose though nothing is wrong
 * @param support address of the support zip; empty text where it is not offered
 * @param form    what a button of the page sends, and what came of it
 */
public record HealthView(String project, String summary, String state, String style, List<HealthRowView> rows, List<String> passed,
        String checked, List<JobRowView> jobs, List<OptionalRepairView> offers, String support, HealthFormView form) {

    public HealthView {
        rows = List.copyOf(rows);
        passed = List.copyOf(passed);
        jobs = List.copyOf(jobs);
        offers = List.copyOf(offers);
    }
}
