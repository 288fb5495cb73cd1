package org.decisiongates.jira.insight;

import java.util.List;

import org.decisiongates.page.view.BarView;
import org.decisiongates.page.view.LabelledTextView;

/**
 * A day or a week.
 *
 * @param bars one behind the other, as long as there were gates of each outcome
 */
public record InsightRowView(String start, List<BarView> bars, List<LabelledTextView> cells) {
}
