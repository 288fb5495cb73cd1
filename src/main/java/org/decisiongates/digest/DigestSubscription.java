package org.decisiongates.digest;

/**
 * That somebody gets the week of a project by e-mail, or wants it no more.
 *
 * @param id     0 before it is stored
 * @param person user key
 * @param html   whether as a page rather than as plain text
 * @param ended  whether the person has left; nobody else can then have it sent again
 */
public record DigestSubscription(long id, String person, long projectId, DigestTime time, boolean html, boolean ended) {

    /** How many a person has at most. */
    public static final int MAX_OF_PERSON = 20;
    /** How many a project has at most. */
    public static final int MAX_OF_PROJECT = 200;

    /** The same, left by its person. */
    public DigestSubscription end() {
        return new DigestSubscription(id, person, projectId, time, html, true);
    }
}
