package org.decisiongates.jira.record;

/**
 * One more thing that a row says.
 *
 * @param label   what it is
 * @param link    the address it leads to; empty for none
 * @param warning what is wrong with it by now, such as a day that is past; empty for nothing
 */
public record RecordDetailView(String label, String text, String link, String warning) {
}
