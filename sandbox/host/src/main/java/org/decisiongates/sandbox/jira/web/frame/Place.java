package org.decisiongates.sandbox.jira.web.frame;

import org.decisiongates.sandbox.jira.model.ProjectRow;

/**
 * Where a page stands in the product, which decides its frame and what apps may load on it.
 *
 * @param project  the project whose sidebar is shown, or null
 * @param issueKey the issue the page is about, or null
 * @param selected id of the menu entry that is marked as the current one
 * @param searched the text in the quick search box
 */
public record Place(Kind kind, ProjectRow project, String issueKey, String selected, String searched) {

    /** The frames there are. */
    public enum Kind { GENERAL, PROJECT, ISSUE, ADMIN, BARE }

    public static Place general() {
        return new Place(Kind.GENERAL, null, null, "", "");
    }

    public static Place search(String text) {
        return new Place(Kind.GENERAL, null, null, "", text);
    }

    public static Place project(ProjectRow project, String selected) {
        return new Place(Kind.PROJECT, project, null, selected, "");
    }

    public static Place issue(ProjectRow project, String issueKey) {
        return new Place(Kind.ISSUE, project, issueKey, "issues", "");
    }

    public static Place admin(String selected) {
        return new Place(Kind.ADMIN, null, null, selected, "");
    }
}
