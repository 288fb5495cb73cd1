package org.decisiongates.jira.policy;

/**
 * The button that gets the focus when the page is shown again.
 *
 * @param operation its operation, {@code message} for what was said; empty text for none
 * @param place     what stands behind the operation; empty text for nothing
 */
public record FocusedButtonView(String operation, String place) {

    /** The focus of {@code operation:place}. */
    static FocusedButtonView of(String button) {
        int end = button.indexOf(':');
        return end < 0 ? new FocusedButtonView(button, "") : new FocusedButtonView(button.substring(0, end), button.substring(end + 1));
    }
}
