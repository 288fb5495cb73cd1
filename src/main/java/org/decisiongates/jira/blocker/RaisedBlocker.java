package org.decisiongates.jira.blocker;

import java.util.List;

import org.decisiongates.text.Message;

/**
 * A Blocker that was raised.
 *
 * @param created whether it was created just now; it was there already where somebody pressed twice
 * @param undone  what could not be done once it was there, and why; raising it once more tries that again
 */
record RaisedBlocker(String key, boolean created, List<Message> undone) {

    RaisedBlocker {
        undone = List.copyOf(undone);
    }
}
