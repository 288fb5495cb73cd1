package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The sample Decision and Blocker of a project, as the template sees it.
 *
 * @param project project key
 * @param issues  those that are there
 * @param lacking whether one of them is not
 */
public record SampleView(String project, List<LinkView> issues, boolean lacking) {

    public SampleView {
        issues = List.copyOf(issues);
    }
}
