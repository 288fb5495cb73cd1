package org.decisiongates.debt;

/** Which projects have been looked at as a whole: before that, that nothing is found says nothing. */
public interface DebtSweeps {

    /** Whether every issue of the project was looked at since the app was enabled for it. */
    boolean hasLookedAt(long projectId);
}
