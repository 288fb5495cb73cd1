package org.decisiongates.takeout;

/** The parts of a take-out, each of which is read when it is needed, and may be read again. */
public interface TakeOutParts {

    /** The part of this number, from 0; throws {@link IllegalStateException} where it is not there or cannot be read. */
    TakeOutPart read(int number);
}
