package org.decisiongates.jira.creation;

import java.util.List;

/**
 * One input of the form.
 *
 * @param shape {@code line}, {@code lines}, {@code person}, {@code day}, {@code typed-day} (text that no calendar shows), {@code choice}
 *              or {@code tick}
 * @param hint  what to type; empty where the label says it all
 * @param error why what was typed is not taken; empty where it is
 */
public record CreationInputView(String name, String label, String shape, String hint, String value, String error,
        List<CreationOptionView> choices) {

    public CreationInputView {
        choices = List.copyOf(choices);
    }
}
