package org.decisiongates.health;

import java.util.SortedMap;

/** How much the app has stored. */
public interface TableSizes {

    /** How many rows each of the app's tables has, by the name of the table without its prefix: one statement each. */
    SortedMap<String, Long> rows();

    /** Which kind of database it is, in a word. */
    String database();
}
