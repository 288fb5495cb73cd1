package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * Something that is still to do for an issue type of a project's own, as the template sees it.
 *
 * @param text  what, and what it is for
 * @param links where it is done; none where Jira has no one page for it
 */
public record ManualSetupStepView(String text, List<LinkView> links) {

    public ManualSetupStepView {
        links = List.copyOf(links);
    }
}
