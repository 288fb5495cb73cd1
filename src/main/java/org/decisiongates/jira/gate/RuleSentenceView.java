package org.decisiongates.jira.gate;

/**
 * One rule of a gate, said in a sentence.
 *
 * @param note    what follows when it is not met, unless the transition is refused; empty text otherwise
 * @param message the administrator's own words for a refusal; empty text for none
 * @param faulty  whether the rule cannot be evaluated and so refuses everything
 */
public record RuleSentenceView(String sentence, String note, String message, boolean faulty) {
}
