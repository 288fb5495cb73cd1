package org.decisiongates.jira.trail;

/**
 * An entry of the trail, in the tab.
 *
 * @param stage what it belongs to, in words
 * @param what  what was done, to follow the name
 * @param text  what was written; empty text where nothing was
 */
public record TrailEntryView(String at, String stage, String who, String what, String text) {
}
