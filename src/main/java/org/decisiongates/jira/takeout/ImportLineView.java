package org.decisiongates.jira.takeout;

import java.util.List;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/**
 * What became of an issue of the file.
 *
 * @param from    key there
 * @param to      leads to what it became; none where nothing did
 * @param notes   what was left out, or why nothing was made
 */
public record ImportLineView(String from, List<LinkView> to, MarkView outcome, List<String> notes) {

    public ImportLineView {
        to = List.copyOf(to);
        notes = List.copyOf(notes);
    }
}
