package org.decisiongates.approval;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody stands in for an approver for a while. What the approver may not approve, they may not either, and nobody stands in for
 * somebody who stands in.
 *
 * @param id       number that it is stored under; 0 for one that is not stored yet
 * @param approver user key of who is away
 * @param delegate user key of who stands in
 * @param first    the first day, in the zone of projects
 * @param last     the last day
 * @param projects the host's ids of the projects it is for; none for all
 */
public record Delegation(long id, String approver, String delegate, LocalDate first, LocalDate last, Set<Long> projects) {

    /** How many days one may last. */
    public static final int MAX_DAYS = 366;
    /** How many projects one may name. */
    public static final int MAX_PROJECTS = 20;

    public Delegation {
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(delegate, "delegate");
        projects = Set.copyOf(projects);
        if (last.isBefore(first) || approver.equals(delegate)) {
            throw new IllegalArgumentException("no delegation: " + approver + " to " + delegate + " from " + first + " to " + last);
        }
    }

    /** Whether the same person stands in for the same one, on the same days and for the same projects. */
    public boolean isLike(Delegation other) {
        return equals(new Delegation(id, other.approver, other.delegate, other.first, other.last, other.projects));
    }

    /**
     * Whether it is for issues of a project on a day.
     *
     * @param projectId the host's id of the project
     * @param day       the day in the zone of projects
     */
    public boolean covers(long projectId, LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last) && (projects.isEmpty() || projects.contains(projectId));
    }
}
