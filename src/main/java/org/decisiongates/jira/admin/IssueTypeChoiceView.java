package org.decisiongates.jira.admin;

import java.util.List;

/**
 * What a project could use as one type of the app, as a list to choose from.
 *
 * @param name    of the form field
 * @param label   of the app's type
 * @param options the app's own type, which has no value, and those of the project
 */
public record IssueTypeChoiceView(String name, String label, List<IssueTypeOptionView> options) {

    public IssueTypeChoiceView {
        options = List.copyOf(options);
    }
}
