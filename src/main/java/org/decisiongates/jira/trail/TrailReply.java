package org.decisiongates.jira.trail;

import java.time.Instant;
import java.util.List;

import org.decisiongates.trail.TrailEntry.Stage;

/**
 * A trail as it is sent.
 *
 * @param issue   key
 * @param entries in the order of time
 */
record TrailReply(String issue, List<Entry> entries) {

    /**
     * @param who  what whoever did it is called
     * @param what what was done, in the language of the caller, to follow the name
     * @param text what was written; empty text where nothing was
     */
    record Entry(Instant at, Stage stage, String who, String what, String text) {
    }
}
