package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one owner has to decide; the row without an owner counts what nobody answers for.
 *
 * @param owner   name; empty for nobody
 * @param active  whether the account is active
 * @param open    open decisions
 * @param overdue of these, past their due date
 * @param nextDue the earliest due date among them
 * @param issues  their keys, at most five, next due first
 */
public record OwnerLoad(Optional<String> owner, boolean active, long open, long overdue, Optional<LocalDate> nextDue, List<String> issues) {
}
