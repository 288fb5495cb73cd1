package org.decisiongates.jira.readiness;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * An issue of a release.
 *
 * @param score     in words where there is none
 * @param missing   points; empty text where nothing is asked of it
 * @param rules     what is not met, each with its points, leading to where it is supplied
 */
public record ReleaseIssueView(LinkView issue, String summary, String score, String missing, List<LinkView> rules) {

    public ReleaseIssueView {
        rules = List.copyOf(rules);
    }
}
