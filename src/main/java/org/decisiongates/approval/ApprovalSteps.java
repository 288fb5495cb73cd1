package org.decisiongates.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to the approvals of issues, step by step, and what was approved. There is no way to change or remove a step. */
public interface ApprovalSteps {

    /** How many steps an issue may have. */
    int MAX = 2_000;
    /** How many contents are read at once: each may hold all that an issue says. */
    int MAX_CONTENTS = 100;

    /** The same of one issue, in order. */
    List<SealedApprovalStep> ofIssue(long issueId);

    /**
     * The steps of issues (at most 200), by issue id; issues without one are left out. One statement, and one more where people were
     * erased from some. A step with an erasure that is not on record has no seal that holds.
     */
    Map<Long, List<SealedApprovalStep>> ofIssues(Collection<Long> issueIds);

    /**
     * At most {@code limit} steps that somebody took, or that others took on their behalf, the newest first: one statement.
     *
     * @param before id of a place to go on behind; {@link Long#MAX_VALUE} for the newest
     */
    List<Place> placesOf(String userKey, long before, int limit);

    /**
     * At most {@code limit} rows behind a place, issue by issue, in the order in which those of an issue were written: one statement.
     *
     * @param issueId issue of the row to go on behind
     * @param id      id of that row; {@link Long#MAX_VALUE} behind all of the issue
     */
    List<StoredStep> after(long issueId, long id, int limit);

    /**
     * A row of the table.
     *
     * @param step what it holds; empty where that is nothing a step could say
     */
    record StoredStep(long id, long issueId, Optional<SealedApprovalStep> step) {
    }

    /**
     * Where a step stands.
     *
     * @param id   grows with each step
     * @param step its number within the issue
     */
    record Place(long id, long issueId, int step) {
    }

    /**
     * The contents of an issue that have these digests, by digest, as they were when a step named them: one statement. Left out are those
     * that no step named, and those from which a person was erased so that they cannot be read. Where one was erased, what is left no
     * longer has the digest.
     *
     * @param digests at most {@link #MAX_CONTENTS}
     */
    Map<String, SealedContent> contents(long issueId, Collection<String> digests);

    /** 32 hexadecimal digits that nobody can guess, others each time: the salt of a seal. */
    String newSalt();

    /**
     * Stores a step, unless its place has been taken by another one meanwhile, and the content that it names where it names one.
     *
     * @param shown what its actor was shown
     * @return whether it was stored
     */
    boolean append(SealedApprovalStep step, Optional<SealedContent> shown);
}
