package org.decisiongates.timeline;

/** Reads the journal of gates by what its entries are about. */
public interface GateSearch {

    /**
     * Entries of a filter but for its rule, newest first by time and sequence: one statement.
     *
     * @param after the place to go on from
     * @param limit how many at most, 1 to 10 000
     */
    Page<GateEvents.Entry> find(GateFilter filter, Page.Position after, int limit);
}
