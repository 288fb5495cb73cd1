package org.decisiongates.jira.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.issuetype.OwnIssueType;
import org.decisiongates.jira.issuetype.OwnIssueTypes;
import org.decisiongates.jira.issuetype.OwnStatus;
import org.decisiongates.journal.Change;

/** What issue types and statuses of this installation are to the journal. */
@JiraComponent
class Kinds {

    private final OwnIssueTypes own;
    private final GatedTypes gated;

    Kinds(OwnIssueTypes own, GatedTypes gated) {
        this.own = own;
        this.gated = gated;
    }

    Optional<Change.Kind> of(long projectId, String typeId) {
        Optional<OwnIssueType> type = own(typeId);
        if (type.isPresent()) {
            return Optional.of(type.get() == OwnIssueType.DECISION ? Change.Kind.DECISION : Change.Kind.BLOCKER);
        }
        return gated.contains(projectId, typeId) ? Optional.of(Change.Kind.GATED) : Optional.empty();
    }

    String phase(String typeId, String statusId) {
        return own(typeId).flatMap(type -> own.statusOf(type, statusId)).map(OwnStatus::key)
                .map(key -> key.toUpperCase(Locale.ROOT).replace('-', '_')).orElse("status:" + statusId);
    }

    private Optional<OwnIssueType> own(String typeId) {
        return Arrays.stream(OwnIssueType.values()).filter(type -> own.idOf(type).filter(typeId::equals).isPresent()).findFirst();
    }
}
