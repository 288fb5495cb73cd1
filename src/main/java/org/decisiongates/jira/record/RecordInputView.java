package org.decisiongates.jira.record;

import java.util.List;

/**
 * One field of a form.
 *
 * @param id      its id on the page
 * @param name    key of the part
 * @param hint    what to type; empty where the label says it all
 * @param shape   {@code lines}, {@code line} or {@code choice}
 * @param longest how many characters may be typed
 */
public record RecordInputView(String id, String name, String label, String hint, String shape, int longest,
        List<RecordChoiceView> choices) {

    public RecordInputView {
        choices = List.copyOf(choices);
    }
}
