package org.decisiongates.jira.gate;

/**
 * One rule of a gate, said in a sentence.
 *
 * @param message the administrator's own words for a refusal; empty text for none
 * @param faulty  whether the rule cannot be evaluated and so refuses everything
 */
public record RuleSentenceView(String sentence, String message, boolean faulty) {
}
