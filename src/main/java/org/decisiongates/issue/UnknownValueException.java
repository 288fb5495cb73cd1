package org.decisiongates.issue;

/** Says that nothing tells what an issue was like at the time it is asked about. A rule that asks for it cannot be evaluated. */
public final class UnknownValueException extends RuntimeException {

    /** @param what what is not known, and why */
    public UnknownValueException(String what) {
        super(what);
    }
}
