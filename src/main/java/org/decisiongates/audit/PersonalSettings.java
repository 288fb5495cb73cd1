package org.decisiongates.audit;

/** Settings that the app keeps with the host and that say who chose them. */
public interface PersonalSettings {

    /** In how many of them the person is. */
    long count(String person);

    /**
     * Takes the person out of at most so many, which then were chosen by nobody who is known; says of how many.
     *
     * @param person user key
     */
    long erase(String person, long limit);
}
