package org.decisiongates.issue;

/** Says that nothing tells what an issue was like at the time it is asked about. A rule that asks for it cannot be evaluated. */
public final class UnknownValueException extends RuntimeException {

    /** @param what what is not known, and why */
    public UnknownValueException(String what) {
        // an answer rather than a failure, given by the thousand: nobody reads where it was thrown
        super(what, null, false, false);
    }
}
