package org.decisiongates.summary;

import java.util.List;

/** The closed weeks. There is no way to change or remove one but the erasure of a person ({@code audit.Erasures}). */
public interface Snapshots {

    /** What the weeks of a project are filed under. */
    static String scopeOf(long projectId) {
        return "project:" + projectId;
    }

    /**
     * Stores a week; does nothing when the scope has that week already.
     *
     * @return whether it was new
     */
    boolean append(SealedSnapshot snapshot);

    /**
     * Closed weeks of a scope, newest first: one statement.
     *
     * @param upTo the newest week wanted, inclusive
     */
    List<SealedSnapshot> latest(String scope, String upTo, int limit);
}
