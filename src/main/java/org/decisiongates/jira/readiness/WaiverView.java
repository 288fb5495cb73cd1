package org.decisiongates.jira.readiness;

/**
 * A waiver of the issue that is asked for or active, as people read it.
 *
 * @param number     its number within the issue
 * @param step       the step that the viewer sees
 * @param rule       what the rule is called
 * @param state      how it stands, in words
 * @param style      style of a lozenge
 * @param text       until when, by which policy and by whom
 * @param reason     why, as typed
 * @param mayDecide  whether the viewer may grant or decline it
 * @param mayEnd     whether the viewer may take it back
 */
public record WaiverView(int number, int step, String rule, String state, String style, String text, String reason, boolean mayDecide,
        boolean mayEnd) {
}
