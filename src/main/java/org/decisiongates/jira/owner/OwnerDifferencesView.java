package org.decisiongates.jira.owner;

import java.util.List;

/**
 * The issues of a project whose owner and assignee differ though they should not.
 *
 * @param caption   how many there are
 * @param search    address at which Jira lists them
 * @param rows      those that a button of the page settles
 * @param owners    whether any of the rows has an owner, who could be assigned
 * @param assignees whether anybody is assigned to any of the rows, who could own it
 * @param more      that there are others; empty text where there are not
 */
public record OwnerDifferencesView(String caption, String search, List<OwnerDifferenceView> rows, boolean owners,
        boolean assignees, String more) {

    public OwnerDifferencesView {
        rows = List.copyOf(rows);
    }
}
