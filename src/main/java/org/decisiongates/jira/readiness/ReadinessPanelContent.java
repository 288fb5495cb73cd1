package org.decisiongates.jira.readiness;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.RuleReadiness;

/**
 * What the panel of an issue shows: what is missing before its transitions, what it owes in the phase it is in, and its waivers.
 *
 * @param readiness as it is answered over REST
 * @param owed      rules of the gate before its phase that are not met and not waived
 * @param waivers   those that are asked for or active, by number
 * @param asking    what there is to ask for, by rule that can be waived
 * @param ungated   the workflow of the issue where it has no gate
 * @param owned     whether the viewer is the owner
 * @param now       the moment, in Jira's default zone
 */
record ReadinessPanelContent(Readiness readiness, List<OwedReadiness> owed, List<OpenWaiver> waivers, Map<RuleReadiness, Asking> asking,
        Optional<UngatedWorkflow> ungated, boolean owned, ZonedDateTime now) {

    /**
     * What has to be asked for so that a rule may fail.
     *
     * @param policies the policies that have to waive it and that nobody has asked yet
     * @param all      every policy that has to waive it
     * @param latest   the last day that all of them allow
     */
    record Asking(List<PolicyVersion> policies, List<PolicyVersion> all, LocalDate latest) {
    }

    /** Empty for a rule that cannot be waived. */
    Optional<Asking> askingFor(RuleReadiness rule) {
        return Optional.ofNullable(asking.get(rule));
    }
}
