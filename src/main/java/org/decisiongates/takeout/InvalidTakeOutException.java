package org.decisiongates.takeout;

import java.util.List;

import org.decisiongates.text.Message;

/** Says that a text is no take-out that can be imported: what is wrong, each with its place. */
public final class InvalidTakeOutException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param line    the line of the text, from 1; 0 where the file as a whole is not what it should be
     * @param place   the member, {@code issues[3].fields.owner}; empty text for the whole
     * @param message what is wrong
     */
    public record Fault(int line, String place, Message message) {
    }

    InvalidTakeOutException(List<Fault> faults) {
        super("no take-out: " + faults);
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one thing; of many the first ones. */
    public List<Fault> faults() {
        return faults;
    }
}
