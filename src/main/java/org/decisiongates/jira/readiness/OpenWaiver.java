package org.decisiongates.jira.readiness;

import java.time.LocalDate;
import java.util.List;

import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverService;

/**
 * A waiver of an issue that is asked for or active.
 *
 * @param lastDay  the last day on which the rule may fail, in Jira's default zone
 * @param active   whether it counts now
 * @param rights   what the viewer may do with it
 * @param deciders names of the groups and project roles whose members may grant it; empty for one that is active
 */
record OpenWaiver(Waiver waiver, LocalDate lastDay, boolean active, WaiverService.Rights rights, List<String> deciders) {

    OpenWaiver {
        deciders = List.copyOf(deciders);
    }
}
