package org.decisiongates.jira.creation;

import java.util.List;

import org.decisiongates.text.Message;

/**
 * An issue that somebody asked for.
 *
 * @param created whether it was created just now; it was there already where somebody pressed twice
 * @param undone  what could not be done once it was there, and why; asking once more tries that again
 */
public record CreatedIssue(String key, boolean created, List<Message> undone) {

    public CreatedIssue {
        undone = List.copyOf(undone);
    }
}
