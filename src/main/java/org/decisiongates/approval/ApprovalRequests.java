package org.decisiongates.approval;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The issues of which somebody asked for approvals: where to look for what waits for somebody (docs/decisions/0173). An issue comes in with
 * the first step that asks.
 */
public interface ApprovalRequests {

    /** At most {@code limit} issues that have not ended, in the order in which they were asked for, behind the request with this id. */
    List<Request> open(long after, int limit);

    /** The same of issues, ended or not: one statement. */
    List<Request> all(long after, int limit);

    /**
     * Ids of at most {@code limit} issues that have not ended, in the order in which they were asked for: one statement.
     *
     * @param projectIds the host's ids of the projects to look into, at most 200; none for all
     */
    List<Long> openIn(Collection<Long> projectIds, int limit);

    /**
     * Ids of at most {@code limit} issues, ended or not, in the order in which they were asked for: one statement.
     *
     * @param projectIds the host's ids of the projects to look into, at most 200; none for all
     */
    List<Long> issuesIn(Collection<Long> projectIds, int limit);

    /** Those of at most 1 000 issues, by id, of which somebody asked for approvals, ended or not: one statement, and none for no issue. */
    Set<Long> requestedAmong(Collection<Long> issueIds);

    /**
     * Keeps what is known of issues up to date: one statement, and one for each of which something else was known. Issues for whose
     * approvals nobody asked are passed over.
     *
     * @param current at most 200, each issue once
     */
    void update(Collection<Current> current);

    /**
     * How an issue is now.
     *
     * @param projectId the host's id of the project that it is in
     * @param ended     whether nothing more is to come of it, see {@link ApprovalReader#hasEnded}
     */
    record Current(long issueId, long projectId, boolean ended) {
    }

    /** The issue is gone. */
    void remove(long issueId);

    /**
     * An issue of which somebody asked for approvals.
     *
     * @param id        grows with each request
     * @param projectId the host's id of the project that it was in when that was looked at last
     */
    record Request(long id, long issueId, long projectId) {
    }
}
