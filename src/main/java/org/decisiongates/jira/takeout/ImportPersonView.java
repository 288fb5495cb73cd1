package org.decisiongates.jira.takeout;

/**
 * Somebody whom a file names.
 *
 * @param inputName name of the input that says who is meant here
 * @param there     what people read there, and the user name
 * @param here      user name here; empty text for nobody
 */
public record ImportPersonView(String inputName, String there, String here) {
}
