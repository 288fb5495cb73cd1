package org.decisiongates.jira.insight;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * What gates did over a time, as its template sees it.
 *
 * @param title    what it is about
 * @param notice   instead of everything else; empty text for none
 * @param notes    what the reader has to know about the numbers
 * @param headings outcomes, in the order of the cells
 */
public record InsightView(String title, String notice, List<String> notes, List<MarkView> totals, List<String> headings,
        List<InsightRowView> rows, List<RuleRefusalsView> rules, List<LinkView> links) {
}
