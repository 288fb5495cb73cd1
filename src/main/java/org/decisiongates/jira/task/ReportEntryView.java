package org.decisiongates.jira.task;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * Something that a rule says of an issue, as the template sees it.
 *
 * @param change how it compares with what is in force; empty text where nothing is compared
 * @param when   time and person; empty text for today
 */
public record ReportEntryView(LinkView issue, String transition, String rule, MarkView outcome, String change, String reason,
        String when) {
}
