package org.decisiongates.jira.health;

/**
 * Something that is wrong.
 *
 * @param state what it is, in a word
 * @param style of that word
 * @param what  what is wrong, and with which object
 * @param step  what to do about it
 * @param fix   where to do it; empty text for nowhere in particular
 * @param repair what the app mends when the button is pressed; empty text for no button
 * @param name  what the link and the button say to those who hear it without its row
 */
public record HealthRowView(String state, String style, String what, String step, String fix, String repair, String name) {
}
