package org.decisiongates.sandbox.jira.model;

import java.util.Optional;

/**
 * Something that became of an issue.
 *
 * @param eventTypeId Jira's id of the kind of event
 * @param issue       as stored now
 * @param workflow    whether a transition caused it
 */
public record Happening(long eventTypeId, IssueRow issue, String userKey, Optional<ChangeRow> change, Optional<CommentRow> comment,
        boolean workflow) {

    public static final long CREATED = 1;
    public static final long UPDATED = 2;
    public static final long ASSIGNED = 3;
    public static final long COMMENTED = 6;
    public static final long DELETED = 8;
    public static final long MOVED = 9;
    public static final long GENERIC = 13;
}
