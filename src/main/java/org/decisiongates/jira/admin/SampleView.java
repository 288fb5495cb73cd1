package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The sample Decision and Blocker of a project, as the template sees it.
 *
 * @param project project key
 * @param issues  those that are there
 * @param hint    what to do with them to see a gate refuse something; empty text while there are none
 * @param used    why they are not deleted alone, a sentence each; none where they are
 * @param lacking whether one of them is not there
 */
public record SampleView(String project, List<LinkView> issues, String hint, List<String> used, boolean lacking) {

    public SampleView {
        issues = List.copyOf(issues);
        used = List.copyOf(used);
    }
}
