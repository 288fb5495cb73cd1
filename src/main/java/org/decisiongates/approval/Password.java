package org.decisiongates.approval;

import java.util.Objects;

/** A password as somebody typed it. It never says what it is but to whoever checks it, so that it gets into no log and no message. */
public final class Password {

    /** Nothing was typed. */
    public static final Password NONE = new Password("");

    private final String typed;

    public Password(String typed) {
        this.typed = Objects.requireNonNull(typed, "typed");
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** What was typed, for the host to check. */
    public String typed() {
        return typed;
    }

    @Override
    public String toString() {
        return isEmpty() ? "no password" : "a password";
    }
}
