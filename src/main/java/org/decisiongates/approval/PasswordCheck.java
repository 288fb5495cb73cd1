package org.decisiongates.approval;

/** Asks the host whether a password is that of somebody. */
public interface PasswordCheck {

    /** What the host says of a password. */
    enum Outcome {
        RIGHT,
        /** It is not theirs; the host says the same of people who have no password with it. */
        WRONG,
        /** The host could not tell, as it does not know them, or a directory of people is away. */
        NOT_POSSIBLE
    }

    /** @param userKey user key of whoever typed the password */
    Outcome outcome(String userKey, Password password);
}
