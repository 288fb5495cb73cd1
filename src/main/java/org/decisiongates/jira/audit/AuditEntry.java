package org.decisiongates.jira.audit;

import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.SealChain;
import org.decisiongates.timeline.GateEvent;

/**
 * An entry of the journal of gates as an auditor sees it.
 *
 * @param issueKey empty for a creation, and for an issue that was deleted
 * @param seal     empty until it is sealed
 */
record AuditEntry(long sequence, GateEvent event, Optional<String> issueKey, Optional<GateSeal> seal) {

    /** Its position in the chain of its project. */
    Optional<Long> position() {
        OptionalLong position = seal.map(one -> one.position(SealChain.ofProject(event.projectId()))).orElse(OptionalLong.empty());
        return position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty();
    }
}
