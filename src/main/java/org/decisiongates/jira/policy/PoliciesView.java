package org.decisiongates.jira.policy;

import java.util.List;

/**
 * The page that lists policies.
 *
 * @param tokenName name of the input that proves that a form comes from this page
 * @param project   key of the project; empty text for all
 * @param action    address of the page
 * @param unknown   what an import names that has to be chosen first
 * @param chosen    what was chosen of an import so far
 * @param file      the text to import, as it was submitted
 * @param why       why it is imported
 */
public record PoliciesView(String tokenName, String tokenValue, String project, String action, List<String> errors, List<String> done,
        List<PolicyRowView> rows, List<UnknownNameView> unknown, List<ChosenNameView> chosen, String file, String why) {

    public PoliciesView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        rows = List.copyOf(rows);
        unknown = List.copyOf(unknown);
        chosen = List.copyOf(chosen);
    }
}
