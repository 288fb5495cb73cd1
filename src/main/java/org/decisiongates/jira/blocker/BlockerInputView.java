package org.decisiongates.jira.blocker;

import java.util.List;

/**
 * One input of the form that raises a Blocker.
 *
 * @param shape {@code line}, {@code lines}, {@code person}, {@code day} or {@code choice}
 * @param hint  what to type; empty where the label says it all
 * @param error why what was typed is not taken; empty where it is
 */
public record BlockerInputView(String name, String label, String shape, String hint, String value, String error,
        List<BlockerOptionView> choices) {

    public BlockerInputView {
        choices = List.copyOf(choices);
    }
}
