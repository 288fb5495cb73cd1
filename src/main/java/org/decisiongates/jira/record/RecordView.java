package org.decisiongates.jira.record;

import java.util.List;

/**
 * What the panel of records shows.
 *
 * @param address  where changes are sent
 * @param editable whether the viewer may change rows
 */
public record RecordView(String address, boolean editable, List<RecordSectionView> sections) {

    public RecordView {
        sections = List.copyOf(sections);
    }
}
