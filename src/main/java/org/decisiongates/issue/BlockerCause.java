package org.decisiongates.issue;

import org.decisiongates.text.KebabCase;

/**
 * What kind of thing blocks: the options that set-up gives {@link OwnField#CAUSE}. From then on they are the administrators', who may
 * rename them and add others.
 */
public enum BlockerCause {
    DECISION("Decision outstanding"),
    TEAM("Another team"),
    SUPPLIER("Supplier or partner"),
    TECHNOLOGY("Technical problem"),
    PEOPLE("Nobody available"),
    INFORMATION("Information or access missing"),
    OTHER("Something else");

    private final String label;

    BlockerCause(String label) {
        this.label = label;
    }

    /** The name of the option when set-up makes it. */
    public String label() {
        return label;
    }

    /** The name set-up remembers the option by. */
    public String thing() {
        return "option.cause." + KebabCase.of(this);
    }
}
