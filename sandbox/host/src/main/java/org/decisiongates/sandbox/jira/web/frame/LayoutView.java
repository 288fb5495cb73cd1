package org.decisiongates.sandbox.jira.web.frame;

import java.util.List;

import org.decisiongates.sandbox.host.WebItem;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.UserRow;

/** What the frame's template shows; absent things are null, as Velocity asks. */
public record LayoutView(String base, String title, String token, UserRow person, boolean admin, String issueKey, ProjectRow project,
        List<MenuItem> sidebar, List<MenuGroup> adminMenu, List<WebItem> topItems, List<WebItem> personalItems,
        String bodyClass, String searched) {

    public String initials() {
        return Initials.of(person.displayName());
    }

    public String projectInitials() {
        return Initials.of(project.name());
    }

    /** Starts the create form with the project at hand. */
    public String createQuery() {
        return project == null ? "" : "?pid=" + project.id();
    }
}
