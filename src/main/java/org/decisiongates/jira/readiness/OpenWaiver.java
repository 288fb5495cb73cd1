package org.decisiongates.jira.readiness;

import java.time.LocalDate;

import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverService;

/**
 * A waiver of an issue that is asked for or active.
 *
 * @param lastDay the last day on which the rule may fail, in Jira's default zone
 * @param active  whether it counts now
 * @param rights  what the viewer may do with it
 */
record OpenWaiver(Waiver waiver, LocalDate lastDay, boolean active, WaiverService.Rights rights) {
}
