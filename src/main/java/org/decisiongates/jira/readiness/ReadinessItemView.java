package org.decisiongates.jira.readiness;

/**
 * One thing a rule says, as people read it.
 *
 * @param name    what the rule is called
 * @param reason  why it is there
 * @param message what is so
 * @param remedy  how to supply what is missing; empty text where the message says it
 * @param mark    what kind of remark it is where it is nothing missing; empty text for what is missing
 * @param field   id of the field to be edited in place; empty text where there is none, or the viewer may not
 * @param label   what the field is called
 * @param control how it is edited in place: {@code USER}, {@code DAY}, {@code LINE} or {@code LINES}; empty text for not at all
 * @param href    the form in which the field is edited; empty text for none
 * @param record  where on the page the record takes what is missing; empty text for nowhere
 */
public record ReadinessItemView(String name, String reason, String message, String remedy, String mark, String field, String label,
        String control, String href, String record) {
}
