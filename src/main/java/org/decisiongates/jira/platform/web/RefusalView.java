package org.decisiongates.jira.platform.web;

import java.util.List;

/**
 * The page that stands in place of one that is not shown, as its template sees it.
 *
 * @param reasons why: what is not there, or who may see it
 */
public record RefusalView(List<String> reasons) {

    public RefusalView {
        reasons = List.copyOf(reasons);
    }
}
