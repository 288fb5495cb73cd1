package org.decisiongates.jira.health;

/**
 * Something that an administrator may choose though nothing is wrong.
 *
 * @param what   how things are
 * @param repair what the app does when the button is pressed
 * @param button what the button says
 */
public record OptionalRepairView(String what, String repair, String button) {
}
