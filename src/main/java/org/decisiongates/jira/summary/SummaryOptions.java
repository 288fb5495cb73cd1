package org.decisiongates.jira.summary;

import java.util.Optional;

import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.time.Week;

/**
 * What a reader wants of a week beyond the week itself.
 *
 * @param since an earlier week of the project that it is compared with
 * @param owner whose items are listed; empty for everybody's
 */
public record SummaryOptions(Optional<Week> since, Optional<OwnerFilter> owner) {

    static final SummaryOptions NONE = new SummaryOptions(Optional.empty(), Optional.empty());
}
