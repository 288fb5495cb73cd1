package org.decisiongates.jira.readiness;

/**
 * One thing that is missing or could be better at a transition.
 *
 * @param field   id of the field that it is about; empty text for none
 * @param name    what the rule is called
 * @param label   what the field is called; empty text for none
 * @param message what could be better
 * @param remedy  how; empty text where the message says it
 * @param href    leads to where it is entered on the page of the issue; empty text for what this screen takes
 */
public record HintView(String field, String name, String label, String message, String remedy, String href) {
}
