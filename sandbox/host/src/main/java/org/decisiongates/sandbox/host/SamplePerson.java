package org.decisiongates.sandbox.host;

import java.util.Locale;

/** The people of the sample, the same in both products. A password is the user's name. */
public enum SamplePerson {
    LEAD("Maya Brandt"),
    OWNER("Tom Keller"),
    STAKEHOLDER("Priya Nair"),
    READER("Sam Osei"),
    AUDITOR("Elena Rossi"),
    OUTSIDER("Noah Fischer"),
    VISITOR("Vera Larsen"),
    /** Has an account and is granted to read, and has no application access. */
    UNLICENSED("Uma Reyes"),
    /** Is no longer active. */
    FORMER("Ines Moreau");

    private final String displayName;

    SamplePerson(String displayName) {
        this.displayName = displayName;
    }

    /** What the person logs in with: the role they play in the sample. */
    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String displayName() {
        return displayName;
    }
}
