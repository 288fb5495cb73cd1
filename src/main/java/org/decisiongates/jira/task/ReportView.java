package org.decisiongates.jira.task;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * What gates say of many issues, as the template sees it.
 *
 * @param headline what matters most, in a sentence
 * @param totals   how many there are of each outcome
 * @param compared what they are compared with, which changes follow: what is in force, or, of a replay, the journal
 * @param changes  how many compare how with that; none where nothing is compared
 * @param notes    what the reader has to know about the numbers
 * @param columns  outcomes, and changes where something is compared, in the order of the cells of rules
 * @param dated    whether the entries have a time
 * @param shown    which entries these are, in words
 * @param links    other entries, and the file
 */
public record ReportView(String headline, List<MarkView> totals, String compared, List<MarkView> changes, List<String> notes,
        List<String> columns, List<RuleCountView> rules, boolean dated, List<ReportEntryView> entries, String shown, List<LinkView> links) {
}
