package org.decisiongates.jira.readiness;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The form that starts a bulk check, as its template sees it.
 *
 * @param action   where it is sent: without the query that the address may hold
 * @param jql      the query that was typed
 * @param problems what is wrong with it
 * @param underWay the check that has not ended yet; none where there is none
 */
public record BulkCheckView(String tokenName, String tokenValue, String action, String jql, List<String> problems,
        List<LinkView> underWay) {

    public BulkCheckView {
        problems = List.copyOf(problems);
        underWay = List.copyOf(underWay);
    }
}
