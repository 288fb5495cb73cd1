package org.decisiongates.jira.policy;

import java.util.Optional;

/**
 * Something that is typed.
 *
 * @param inputName   name of the input
 * @param kind        its type: {@code text}, {@code number}, {@code date}; {@code area} for several lines
 * @param most        the greatest number; the greatest length of a text
 * @param placeholder what is there while nothing is typed; empty text for nothing
 * @param fault       what is wrong with the value; empty text for nothing
 */
public record PolicyInputView(String inputName, String label, String value, String kind, int most, String placeholder, String fault) {

    static final String TEXT = "text";
    static final String NUMBER = "number";
    static final String DATE = "date";
    /** Several lines. */
    static final String AREA = "area";

    /** Longer than anything that is rejected for what it is, and not for its length. */
    private static final int MAX_TYPED = 1_000;

    /** What was typed and rejected stands there as it is: browsers empty an input of numbers or dates that holds something else. */
    static PolicyInputView of(EditedPolicy edited, String inputName, String label, String kind, String value, int most) {
        Optional<String> typed = edited.typed(inputName);
        return new PolicyInputView(inputName, label, typed.orElse(value), typed.isPresent() && !kind.equals(AREA) ? TEXT : kind,
                typed.isPresent() ? MAX_TYPED : most,
                "", edited.faultAt(inputName));
    }

    PolicyInputView with(String usual) {
        return new PolicyInputView(inputName, label, value, kind, most, usual, fault);
    }
}
