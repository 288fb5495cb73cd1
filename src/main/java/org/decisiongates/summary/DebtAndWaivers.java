package org.decisiongates.summary;

import org.decisiongates.metric.Listing;

/**
 * What holds no longer of the gates that issues went through, and what was let go of them.
 *
 * @param debt    what is owed, the longest owed first
 * @param waivers the waivers of the week, those that are asked for first, then by their last day
 */
public record DebtAndWaivers(Listing<SnapshotEntry<OwedRuleItem>> debt, Listing<SnapshotEntry<WaivedRuleItem>> waivers) {

    /** How many rows of each are listed. */
    public static final int MAX_ROWS = 100;
}
