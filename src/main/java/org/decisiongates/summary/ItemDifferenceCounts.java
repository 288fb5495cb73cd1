package org.decisiongates.summary;

/**
 * Of how many Blockers, or Decisions, something is different between two weeks.
 *
 * @param complete whether both weeks list all that was open; else there may be more of everything
 */
public record ItemDifferenceCounts(boolean complete, long added, long reopened, long closed, long left, long slipped, long ownerChanged,
        long reEstimated) {
}
