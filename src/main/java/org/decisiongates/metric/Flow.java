package org.decisiongates.metric;

/**
 * How many issues of a kind were open, came and went in a period. Adds up: {@code openAtStart + opened − closed − removed = openAtEnd}.
 *
 * @param opened  not open at the start, and open at some time since: new ones and ones opened again
 * @param closed  open at the start or since, and settled at the end
 * @param removed open at the start or since, and at the end deleted, moved away, or in a status that no phase stands for
 */
public record Flow(long openAtStart, long opened, long closed, long removed, long openAtEnd) {
}
