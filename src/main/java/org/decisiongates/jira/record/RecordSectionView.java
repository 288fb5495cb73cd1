package org.decisiongates.jira.record;

import java.util.List;

/**
 * The rows of one kind, and the form for one more.
 *
 * @param kind      key of the kind
 * @param anchor    id of the section, which other pages link to
 * @param title     what people call rows of this kind
 * @param none      what stands where there is no row, which says what the kind is for
 * @param formTitle what the form is called
 * @param addLabel  what the button that adds a row is called
 * @param roomLeft  whether one more row may be added
 */
public record RecordSectionView(String kind, String anchor, String title, String none, String formTitle, String addLabel, boolean roomLeft,
        List<RecordRowView> rows, List<RecordInputView> inputs) {

    public RecordSectionView {
        rows = List.copyOf(rows);
        inputs = List.copyOf(inputs);
    }
}
