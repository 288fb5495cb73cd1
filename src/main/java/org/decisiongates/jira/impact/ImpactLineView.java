package org.decisiongates.jira.impact;

/**
 * An impact line in the panel, as people read it in their own language.
 *
 * @param values      what editing starts from, as JSON
 * @param movement    baseline and expected value, without the unit
 * @param effect      what the movement means, in words
 * @param effectStyle style of a lozenge, empty for the plain one
 * @param likelihood    how sure one is, in words and as a percentage
 * @param checkDay    when it will be checked, empty for never
 * @param overdue     whether that day is past and nobody wrote down what came of it
 * @param outcome     what came of it, without the unit; empty while nobody knows
 * @param editLabel   what the button that edits this line is called
 * @param removeLabel what the button that removes this line is called
 */
public record ImpactLineView(long id, int version, String values, String metric, String unit, String movement, String effect,
        String effectStyle, String likelihood, String checkDay, boolean overdue, String outcome, String editLabel, String removeLabel) {
}
