package org.decisiongates.takeout;

import java.time.Instant;
import java.util.Optional;

/** Remembers which issues of other instances were imported, so that nothing is imported twice. */
public interface ImportedIssues {

    /** One statement. */
    Optional<ImportedIssue> find(String origin);

    /** Records that an issue is about to be made of it: false where that was recorded before. Two statements at most. */
    boolean begin(String origin, Instant now);

    /** Records what it became: two statements. */
    void became(String origin, long issueId);

    /** Records that all of it was imported: two statements. */
    void done(String origin);

    /** Forgets what was begun and came to nothing: two statements. */
    void forget(String origin);

    /** Whether an issue of this instance is known to come from another one: one statement. */
    boolean isImported(long issueId);
}
