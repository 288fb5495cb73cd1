package org.decisiongates.waiver;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody asks for, unchecked.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's project id
 * @param policy    key of the policy as the journal has it: {@code decision@10000} for the policy of a project
 * @param rule      key of the rule
 * @param field     id of the field the rule reads; needed where the policy has the rule for several
 * @param reason    why
 * @param lastDay   the last day on which the rule may fail, in the zone of the project; empty when none was given
 */
public record WaiverRequest(long issueId, long projectId, String policy, String rule, Optional<String> field, String reason,
        Optional<LocalDate> lastDay) {
}
