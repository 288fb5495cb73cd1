package org.decisiongates.approval;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody stands in for an approver for a while. What the approver may not approve, they may not either, and nobody stands in for
 * somebody who stands in.
 *
 * @param approver user key of who is away
 * @param delegate user key of who stands in
 * @param first    the first day
 * @param last     the last day
 * @param projects the host's ids of the projects it is for; none for all
 */
record Delegation(String approver, String delegate, LocalDate first, LocalDate last, Set<Long> projects) {

    public Delegation {
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(delegate, "delegate");
        projects = Set.copyOf(projects);
        if (last.isBefore(first) || approver.equals(delegate)) {
            throw new IllegalArgumentException("no delegation: " + approver + " to " + delegate + " from " + first + " to " + last);
        }
    }

    /** @param day the day in the zone of the project */
    boolean covers(long projectId, LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last) && (projects.isEmpty() || projects.contains(projectId));
    }
}
