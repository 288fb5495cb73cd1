package org.decisiongates.jira.phase;

import java.util.Optional;

import org.decisiongates.issue.PhaseProposal;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/**
 * A status that issues of a type can have, or had, in a project.
 *
 * @param type       the type
 * @param isOwn      whether it is one of the app's, whose phase is fixed
 * @param isUsed     whether the workflow of the type has it; another one is mapped for what issues were in before
 * @param phase      name of the phase that it stands for; empty for none
 * @param proposal   which phase it probably stands for; empty where it is known
 */
record StatusOfType(OwnIssueType type, String id, String name, boolean isOwn, boolean isUsed, Optional<String> phase,
        Optional<PhaseProposal> proposal) {
}
