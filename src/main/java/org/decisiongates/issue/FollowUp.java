package org.decisiongates.issue;

/**
 * An issue that follows up what a criterion cannot demonstrate, as rules see it: nothing that could be printed, since the actor may not
 * be allowed to see it.
 *
 * @param issueId    the host's id
 * @param hasOwner   whether somebody answers for it whose account is in use
 * @param hasDueDate whether it has a due date
 * @param isClosed   whether nobody works on it any more
 * @param isHidden   whether the actor may not see it, and so is not told what it lacks
 */
public record FollowUp(long issueId, boolean hasOwner, boolean hasDueDate, boolean isClosed, boolean isHidden) {
}
