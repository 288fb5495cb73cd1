package org.decisiongates.jira.record;

import java.util.List;

/**
 * A row in the panel, as people read it in their own language.
 *
 * @param values      what editing starts from: a JSON object of texts by part
 * @param number      its number among the rows of its kind where the table of evidence names it so; empty for other kinds
 * @param text        what it says
 * @param state       its state or path in words; empty for kinds that have none
 * @param stateStyle  style of a lozenge, empty for the plain one
 * @param editLabel   what the button that edits this row is called
 * @param removeLabel what the button that removes this row is called
 */
public record RecordRowView(long id, int version, String values, String number, String text, String state, String stateStyle,
        List<RecordDetailView> details, String editLabel, String removeLabel) {

    public RecordRowView {
        details = List.copyOf(details);
    }
}
