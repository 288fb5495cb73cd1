package org.decisiongates.jira.trail;

import java.util.List;

/**
 * What the tab shows.
 *
 * @param address of the trail over REST
 * @param earlier that there are earlier entries, as a sentence; empty text where there are none
 * @param entries in the order of time
 * @param zone    which zone the moments are in, as a sentence; empty text where there are none
 */
public record TrailView(String address, String earlier, List<TrailEntryView> entries, String zone) {

    public TrailView {
        entries = List.copyOf(entries);
    }
}
