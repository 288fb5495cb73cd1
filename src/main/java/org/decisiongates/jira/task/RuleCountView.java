package org.decisiongates.jira.task;

import java.util.List;

import org.decisiongates.page.view.LabelledTextView;
import org.decisiongates.page.view.LinkView;

/**
 * How often a rule said what, as the template sees it.
 *
 * @param cells    how often, in the order of the columns; empty text for never
 * @param examples some issues
 */
public record RuleCountView(String rule, List<LabelledTextView> cells, List<LinkView> examples) {
}
