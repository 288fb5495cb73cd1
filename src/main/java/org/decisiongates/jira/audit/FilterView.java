package org.decisiongates.jira.audit;

import java.util.List;

/**
 * The form by which people filter the journal of gates, as its template sees it.
 *
 * @param title    of the page, which the form begins
 * @param action   address of the page
 * @param item     what the page is called in a project's sidebar; empty text for a page of its own
 * @param problems what could not be read
 */
public record FilterView(String title, String action, String item, List<FilterFieldView> fields, List<FilterChoicesView> choices,
        List<String> problems) {
}
