package org.decisiongates.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who gets which digests. */
public interface DigestSubscriptions {

    /** How many are read at once. */
    int PAGE = 500;

    /** Those of a person, left ones too, in the order in which they began. One statement. */
    List<DigestSubscription> ofPerson(String userKey);

    /** Those of a project, left ones too, in the order in which they began. One statement. */
    List<DigestSubscription> ofProject(long projectId);

    /** That of a person for a project. One statement. */
    Optional<DigestSubscription> of(String userKey, long projectId);

    /** Those that have not ended, behind this id, at most {@link #PAGE}. One statement. */
    List<DigestSubscription> behind(long id);

    /** Stores it in place of that of the same person and project. */
    void put(DigestSubscription subscription);

    /** Removes that of a person for a project, if there is one. */
    void remove(String userKey, long projectId);

    /**
     * Has this node send a digest: true once for each name, whichever nodes ask and however often.
     *
     * @param name see {@link DigestTime.DueDigest}
     */
    boolean claim(long id, String name, Instant at);

    /** Gives a claim back, so that the digest is tried again. */
    void release(long id, String name);

    /** What was claimed of these subscriptions, the oldest first. One statement. */
    List<DigestSendClaim> claimed(List<Long> ids);

    /** Forgets claims from before this moment. */
    void forget(Instant before);
}
