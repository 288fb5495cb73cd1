package org.decisiongates.policy;

import java.util.List;

import org.decisiongates.text.Message;

/** Says that a text is no policy, or none that can come into force: all of what is wrong, each with its place. */
public final class InvalidPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param line    the line of the text, from 1
     * @param place   the member, {@code gates[0].rules[1]}; empty text for the whole
     * @param message what is wrong
     */
    public record Fault(int line, String place, Message message) {
    }

    InvalidPolicyException(List<Fault> faults) {
        super("no policy: " + faults);
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one thing. */
    public List<Fault> faults() {
        return faults;
    }
}
