package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * One thing a rule says, as people read it.
 *
 * @param name    what the rule is called
 * @param page     where the rule is explained; empty text for nowhere
 * @param reason  why it is there
 * @param message what is so
 * @param remedy  how to supply what is missing; empty text where the message says it
 * @param mark    what kind of remark it is where it is nothing missing; empty text for what is missing
 * @param field   id of the field to be edited in place; empty text where there is none, or the viewer may not
 * @param label   what the field is called
 * @param control how it is edited in place: {@code USER}, {@code DAY}, {@code LINE} or {@code LINES}; empty text for not at all
 * @param href     the form in which the field is edited; empty text for none
 * @param record   where on the page it is put right, in the record or the feedback threads; empty text for nowhere
 * @param recordLabel what the link to there is called
 * @param policies keys of the policies of which a waiver can be asked, with blanks between them; empty text for none
 * @param rule     key of the rule, for a waiver
 * @param subject  the field that the rule is set to read, for a waiver; empty text for none
 * @param latest   the last day that a waiver may have, {@code 2026-12-31}; empty text where none can be asked for
 * @param latestText the same in words
 * @param remind   whether the viewer may remind those whose approval is missing
 * @param notes    since when it is owed, and how many policies have to waive it, where there is anything to say
 */
public record ReadinessItemView(String name, String page, String reason, String message, String remedy, String mark, String field,
        String label, String control, String href, String record, String recordLabel, String policies, String rule, String subject,
        String latest, String latestText, boolean remind, List<String> notes) {

    public ReadinessItemView {
        notes = List.copyOf(notes);
    }
}
