package org.decisiongates.jira.timeline;

import java.util.Optional;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.PhaseMap;

/** Maps the issue types and statuses of this Jira to kinds and phases. */
@JiraComponent
class IssueKinds {

    private final OwnIssueTypes own;
    private final GatedTypes gated;
    private final ConstantsManager constants;

    IssueKinds(OwnIssueTypes own, GatedTypes gated, ConstantsManager constants) {
        this.own = own;
        this.gated = gated;
        this.constants = constants;
    }

    Optional<Change.Kind> of(long projectId, String typeId) {
        return own.of(projectId, typeId).map(OwnIssueType::kind)
                .or(() -> gated.contains(projectId, typeId) ? Optional.of(Change.Kind.GATED) : Optional.empty());
    }

    /**
     * By the status; one that was deleted since is known by its former name. What a phase map says is left to whoever reads the journal,
     * as it may change.
     */
    String phase(long projectId, String typeId, String statusId, String statusName) {
        return own.of(projectId, typeId).flatMap(type -> own.statusOf(type, statusId).or(() -> deleted(type, statusId, statusName)))
                .map(OwnStatus::phase).orElse(PhaseMap.ofStatus(statusId));
    }

    private Optional<OwnStatus> deleted(OwnIssueType type, String statusId, String statusName) {
        return OwnStatus.all().stream().filter(status -> status.type() == type && status.label().equalsIgnoreCase(statusName))
                .filter(status -> constants.getStatus(statusId) == null).findFirst();
    }
}
