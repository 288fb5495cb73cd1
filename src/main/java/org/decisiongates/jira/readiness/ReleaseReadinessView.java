package org.decisiongates.jira.readiness;

import java.util.List;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.page.view.LinkView;

/**
 * How ready a release is, as its template sees it.
 *
 * @param action   address of the page
 * @param item     what the page is called in the sidebar of the project
 * @param releases what can be chosen; none where the project has no release
 * @param notice   instead of the table; empty text for none
 * @param scores   the scores of all issues in words
 * @param count    how many issues there are
 * @param rows     of this part of the table
 * @param pages    ways to its other parts
 * @param check    way to a bulk check
 */
public record ReleaseReadinessView(String action, String item, List<ChoiceView> releases, String notice, String scores, String count,
        List<ReleaseIssueView> rows, List<LinkView> pages, List<LinkView> check) {

    public ReleaseReadinessView {
        releases = List.copyOf(releases);
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
        check = List.copyOf(check);
    }
}
