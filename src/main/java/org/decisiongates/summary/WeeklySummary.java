package org.decisiongates.summary;

import java.time.Instant;
import java.util.List;

/**
 * The state of one project's week for one reader. Lists hold only what that reader may browse, capped; the totals are exact over the
 * same set.
 *
 * @param projectKey    key of the project
 * @param projectName   its name
 * @param zone          IANA id of the zone that dates and weeks are meant in
 * @param week          ISO week, {@code 2026-W47}
 * @param asOf          when it was read, UTC
 * @param browseUrl     address of the host's issue pages, ending in {@code /browse/}
 * @param blockers      open Blockers, overdue first, then by due date, undated last
 * @param blockerTotal  how many open Blockers there are
 * @param decisions     open Decisions, ownerless first, then by due date, undated last
 * @param decisionTotal how many open Decisions there are
 */
public record WeeklySummary(String projectKey, String projectName, String zone, String week, Instant asOf, String browseUrl,
                            List<OpenItem> blockers, long blockerTotal, List<OpenItem> decisions, long decisionTotal) {

    public WeeklySummary {
        blockers = List.copyOf(blockers);
        decisions = List.copyOf(decisions);
    }
}
